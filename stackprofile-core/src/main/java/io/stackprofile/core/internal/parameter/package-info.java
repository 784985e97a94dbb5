/** Turns what callers bind into checked values for every parameter, by a JSON Schema made from the parameters. */
@NullMarked
package io.stackprofile.core.internal.parameter;

import org.jspecify.annotations.NullMarked;

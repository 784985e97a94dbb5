/** Describes what a caller fills in, and the values and secret references that fill it. */
@NullMarked
package io.stackprofile.parameter;

import org.jspecify.annotations.NullMarked;

/** Finds everything that is wrong with a draft. */
@NullMarked
package io.stackprofile.core.internal.validate;

import org.jspecify.annotations.NullMarked;

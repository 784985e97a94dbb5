/** Finds the known name that a misspelt one was meant to be. */
@NullMarked
package io.stackprofile.core.internal.spelling;

import org.jspecify.annotations.NullMarked;

/** Tells whether two stores hold the same. */
@NullMarked
package io.stackprofile.core.internal.copy;

import org.jspecify.annotations.NullMarked;

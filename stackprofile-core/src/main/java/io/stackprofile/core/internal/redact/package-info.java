/** Finds the secrets of a stack, puts placeholders in their places, and proves that none is left. */
@NullMarked
package io.stackprofile.core.internal.redact;

import org.jspecify.annotations.NullMarked;

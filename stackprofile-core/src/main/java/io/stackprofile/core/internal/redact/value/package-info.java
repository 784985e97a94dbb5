/** Tells by its shape what a value can be. */
@NullMarked
package io.stackprofile.core.internal.redact.value;

import org.jspecify.annotations.NullMarked;

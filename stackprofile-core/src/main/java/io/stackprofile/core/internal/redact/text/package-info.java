/** Finds credentials in text that is not parsed. */
@NullMarked
package io.stackprofile.core.internal.redact.text;

import org.jspecify.annotations.NullMarked;

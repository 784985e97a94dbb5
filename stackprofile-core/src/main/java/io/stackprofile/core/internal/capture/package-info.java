/** Turns a snapshot of a stack into a template: cleaned, escaped, redacted. */
@NullMarked
package io.stackprofile.core.internal.capture;

import org.jspecify.annotations.NullMarked;

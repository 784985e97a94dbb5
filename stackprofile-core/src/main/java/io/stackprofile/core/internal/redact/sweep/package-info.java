/** Proves that a secret is absent from an output, in any encoding. */
@NullMarked
package io.stackprofile.core.internal.redact.sweep;

import org.jspecify.annotations.NullMarked;

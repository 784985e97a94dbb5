/** Judges names: which keys call their values credentials, and which words are common. */
@NullMarked
package io.stackprofile.core.internal.redact.name;

import org.jspecify.annotations.NullMarked;

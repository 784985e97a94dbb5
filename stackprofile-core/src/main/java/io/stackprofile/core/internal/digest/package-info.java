/** Names content by its SHA-256: a member's text, and a version as a whole. */
@NullMarked
package io.stackprofile.core.internal.digest;

import org.jspecify.annotations.NullMarked;

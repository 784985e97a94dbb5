/** Marks captured secrets under the host's key, so that versions can tell whether a secret changed. */
@NullMarked
package io.stackprofile.core.internal.fingerprint;

import org.jspecify.annotations.NullMarked;

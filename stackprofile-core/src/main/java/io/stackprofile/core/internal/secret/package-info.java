/** Resolves secret references from the environment and from files. */
@NullMarked
package io.stackprofile.core.internal.secret;

import org.jspecify.annotations.NullMarked;

/** Reads stacks from an API server: what belongs to them, as members. */
@NullMarked
package io.stackprofile.cluster.kubernetes.internal.read;

import org.jspecify.annotations.NullMarked;

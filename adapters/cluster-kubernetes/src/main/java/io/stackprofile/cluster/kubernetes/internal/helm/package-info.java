/** Reads the records that Helm keeps of its releases. */
@NullMarked
package io.stackprofile.cluster.kubernetes.internal.helm;

import org.jspecify.annotations.NullMarked;

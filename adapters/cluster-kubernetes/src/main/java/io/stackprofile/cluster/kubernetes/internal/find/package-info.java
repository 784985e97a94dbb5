/** Tells what of a cluster's objects is a stack's own, and what its controllers, charts and servers made. */
@NullMarked
package io.stackprofile.cluster.kubernetes.internal.find;

import org.jspecify.annotations.NullMarked;

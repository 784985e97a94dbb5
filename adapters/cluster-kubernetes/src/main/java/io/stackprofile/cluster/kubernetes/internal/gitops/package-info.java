/** Reads what Argo CD and Flux are told to install. */
@NullMarked
package io.stackprofile.cluster.kubernetes.internal.gitops;

import org.jspecify.annotations.NullMarked;

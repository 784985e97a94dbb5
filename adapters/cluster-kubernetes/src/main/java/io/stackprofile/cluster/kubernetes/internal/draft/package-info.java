/** Keeps stack drafts on a cluster, in a namespace of their own. */
@NullMarked
package io.stackprofile.cluster.kubernetes.internal.draft;

import org.jspecify.annotations.NullMarked;

/** Applies stacks to an API server, member by member, and takes away what they no longer have. */
@NullMarked
package io.stackprofile.cluster.kubernetes.internal.commit;

import org.jspecify.annotations.NullMarked;

/** Real clusters, through their Kubernetes API. */
@NullMarked
package io.stackprofile.cluster.kubernetes;

import org.jspecify.annotations.NullMarked;

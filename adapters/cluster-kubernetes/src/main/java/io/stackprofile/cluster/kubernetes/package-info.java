/**
 * Reads stacks from real clusters and brings them there, through the Kubernetes API. {@link
 * io.stackprofile.cluster.kubernetes.KubernetesClusters} is the way in; a {@link
 * io.stackprofile.cluster.kubernetes.StackSource} says which objects are a stack.
 *
 * <p>Objects travel as raw JSON, so that fields which no library knows survive. No secret is in a finding, an error, a log or
 * a draft.
 */
@NullMarked
package io.stackprofile.cluster.kubernetes;

import org.jspecify.annotations.NullMarked;

package io.stackprofile.spi.cluster;

import io.stackprofile.stack.StackSpec;

/**
 * What a commit would do.
 *
 * @param spec the members as {@link ClusterAccess#read} would give them after the commit, secrets by reference
 * @param report what the commit would report, as far as the cluster can tell without doing it
 */
public record CommitPreview(StackSpec spec, CommitReport report) {}

/** Reads stacks from clusters, keeps stack drafts beside them, and commits. */
@NullMarked
package io.stackprofile.spi.cluster;

import org.jspecify.annotations.NullMarked;

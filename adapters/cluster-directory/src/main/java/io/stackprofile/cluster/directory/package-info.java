/** Reads stacks from a folder and commits to it: a GitOps repository or a plain folder of manifests. */
@NullMarked
package io.stackprofile.cluster.directory;

import org.jspecify.annotations.NullMarked;

/** Compares two versions: the parameter contract, members and edges, values by path, and texts as unified diffs. */
@NullMarked
package io.stackprofile.core.internal.diff;

import org.jspecify.annotations.NullMarked;

package io.stackprofile.diff;

import io.stackprofile.stack.MemberRef;
import java.util.List;

/**
 * A member in a version's dependency graph.
 *
 * @param ref the member
 * @param parents the members that must be there before it
 */
public record GraphNode(MemberRef ref, List<MemberRef> parents) {

    /** Keeps a copy. */
    public GraphNode {
        parents = List.copyOf(parents);
    }
}

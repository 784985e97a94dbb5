package io.stackprofile.core.internal.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Which members come before which by declared edges; edges that close a cycle count for nothing. */
final class Ancestors {

    private final List<BitSet> of = new ArrayList<>();

    Ancestors(List<List<Integer>> parents) {
        parents.forEach(member -> of.add(new BitSet()));
        // A parent is finished before its child, so its set is whole when the child takes it over.
        for (int member : Components.postOrder(parents)) {
            BitSet own = of.get(member);
            for (int parent : parents.get(member)) {
                own.set(parent);
                own.or(of.get(parent));
            }
        }
    }

    /** What comes before any of {@code members}. */
    BitSet before(Iterable<Integer> members) {
        BitSet before = new BitSet();
        members.forEach(member -> before.or(of.get(member)));
        return before;
    }

    boolean isBefore(int ancestor, int member) {
        return of.get(member).get(ancestor);
    }
}

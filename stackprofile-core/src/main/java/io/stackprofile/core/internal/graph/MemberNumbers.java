package io.stackprofile.core.internal.graph;

import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Members as numbers in declared order, and edges between them; edges to what is no member are left out. */
final class MemberNumbers {

    private final Map<MemberRef, Integer> numbers = new HashMap<>();
    private final List<List<Integer>> parents = new ArrayList<>();

    MemberNumbers(StackSpec spec) {
        spec.members().forEach(member -> {
            numbers.put(member.ref(), numbers.size());
            parents.add(new ArrayList<>());
        });
        spec.members().forEach(member -> member.parents().forEach(parent -> add(member.ref(), parent)));
    }

    void add(MemberRef child, MemberRef parent) {
        if (numbers.containsKey(parent)) {
            parents.get(of(child)).add(of(parent));
        }
    }

    boolean knows(MemberRef ref) {
        return numbers.containsKey(ref);
    }

    int of(MemberRef ref) {
        Integer number = numbers.get(ref);
        if (number == null) {
            throw new IllegalArgumentException("not a member of this stack");
        }
        return number;
    }

    /** The parents of each member. */
    List<List<Integer>> parents() {
        return parents;
    }
}

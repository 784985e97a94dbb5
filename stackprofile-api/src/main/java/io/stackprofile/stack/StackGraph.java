package io.stackprofile.stack;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The order in which a stack's members are applied: every parent before its children, in waves. */
public final class StackGraph {

    private final List<List<MemberRef>> waves;
    private final Map<MemberRef, List<MemberRef>> parents;

    private StackGraph(List<List<MemberRef>> waves, Map<MemberRef, List<MemberRef>> parents) {
        this.waves = waves;
        this.parents = parents;
    }

    /**
     * Orders the members of {@code spec}.
     *
     * @throws InvalidContentException {@link ErrorCode#UNKNOWN_PARENT} when a parent is not a member,
     *     {@link ErrorCode#DEPENDENCY_CYCLE} with the cycle as a path when the edges form one
     */
    public static StackGraph of(StackSpec spec) {
        Map<MemberRef, List<MemberRef>> parents = new LinkedHashMap<>();
        spec.members().forEach(member -> parents.put(member.ref(), member.parents()));
        parents.forEach((ref, wanted) -> requireKnown(ref, wanted, parents.keySet()));
        Map<MemberRef, Integer> wave = waves(parents);
        if (wave.size() < parents.size()) {
            throw cycle(parents, wave.keySet());
        }
        List<List<MemberRef>> waves = new ArrayList<>();
        for (MemberRef ref : parents.keySet()) {
            int number = wave.getOrDefault(ref, 0);
            while (waves.size() <= number) {
                waves.add(new ArrayList<>());
            }
            waves.get(number).add(ref);
        }
        return new StackGraph(waves.stream().map(List::copyOf).toList(), Collections.unmodifiableMap(parents));
    }

    /** The wave of each member that is in no cycle and behind none: one later than the last of its parents. */
    private static Map<MemberRef, Integer> waves(Map<MemberRef, List<MemberRef>> parents) {
        Map<MemberRef, List<MemberRef>> children = new HashMap<>();
        Map<MemberRef, Integer> open = new HashMap<>();
        Map<MemberRef, Integer> wave = new HashMap<>();
        Deque<MemberRef> ready = new ArrayDeque<>();
        parents.forEach((ref, wanted) -> {
            wanted.forEach(parent ->
                    children.computeIfAbsent(parent, each -> new ArrayList<>()).add(ref));
            open.put(ref, wanted.size());
            if (wanted.isEmpty()) {
                wave.put(ref, 0);
                ready.add(ref);
            }
        });
        while (!ready.isEmpty()) {
            MemberRef parent = ready.remove();
            int next = wave.getOrDefault(parent, 0) + 1;
            for (MemberRef child : children.getOrDefault(parent, List.of())) {
                if (open.merge(child, -1, Integer::sum) == 0) {
                    wave.put(child, next);
                    ready.add(child);
                }
            }
        }
        return wave;
    }

    /** Members by wave: those of one wave need only members of earlier waves. Declared order within a wave. */
    public List<List<MemberRef>> waves() {
        return waves;
    }

    /** All members, every parent before its children. */
    public List<MemberRef> order() {
        return waves.stream().flatMap(List::stream).toList();
    }

    /** The parents of each member, in declared order. */
    public Map<MemberRef, List<MemberRef>> parents() {
        return parents;
    }

    /**
     * Draws the graph: every member, its wave, and an edge from each parent to its child. The same graph gives the same
     * text. Names are escaped, whatever characters they have.
     */
    public String render(GraphFormat format) {
        return switch (format) {
            case MERMAID -> MermaidGraph.render(this);
            case DOT -> DotGraph.render(this);
            case SVG -> SvgGraph.render(this);
        };
    }

    private static void requireKnown(MemberRef ref, List<MemberRef> wanted, Set<MemberRef> known) {
        for (MemberRef parent : wanted) {
            if (!known.contains(parent)) {
                throw new InvalidContentException(
                        ErrorCode.UNKNOWN_PARENT,
                        ref + " names the parent " + parent + ", which is not a member of the stack",
                        "Add " + parent + " to the stack or remove it from the parents of " + ref + ".",
                        Location.member(ref));
            }
        }
    }

    private static InvalidContentException cycle(Map<MemberRef, List<MemberRef>> parents, Set<MemberRef> placed) {
        MemberRef start = parents.keySet().stream()
                .filter(ref -> !placed.contains(ref))
                .findFirst()
                .orElseThrow();
        Deque<MemberRef> path = new ArrayDeque<>();
        MemberRef at = start;
        while (!path.contains(at)) {
            path.addLast(at);
            at = parents.getOrDefault(at, List.of()).stream()
                    .filter(parent -> !placed.contains(parent))
                    .findFirst()
                    .orElseThrow();
        }
        while (!path.getFirst().equals(at)) {
            path.removeFirst();
        }
        path.addLast(at);
        String shown = path.stream().map(MemberRef::toString).collect(Collectors.joining(" -> "));
        return new InvalidContentException(
                ErrorCode.DEPENDENCY_CYCLE,
                "the members depend on each other in a cycle: " + shown,
                "Remove one of these edges.",
                Location.member(at));
    }
}

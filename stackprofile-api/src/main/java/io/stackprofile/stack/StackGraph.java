package io.stackprofile.stack;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The order in which a stack's members are applied: every parent before its children, in waves. */
public final class StackGraph {

    private final List<List<MemberRef>> waves;

    private StackGraph(List<List<MemberRef>> waves) {
        this.waves = waves;
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
        List<List<MemberRef>> waves = new ArrayList<>();
        Set<MemberRef> placed = new HashSet<>();
        while (placed.size() < parents.size()) {
            List<MemberRef> wave = parents.entrySet().stream()
                    .filter(entry -> !placed.contains(entry.getKey()) && placed.containsAll(entry.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();
            if (wave.isEmpty()) {
                throw cycle(parents, placed);
            }
            placed.addAll(wave);
            waves.add(wave);
        }
        return new StackGraph(List.copyOf(waves));
    }

    /** Members by wave: those of one wave need only members of earlier waves. Declared order within a wave. */
    public List<List<MemberRef>> waves() {
        return waves;
    }

    /** All members, every parent before its children. */
    public List<MemberRef> order() {
        return waves.stream().flatMap(List::stream).toList();
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

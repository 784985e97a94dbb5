package io.stackprofile.core.internal.graph;

import io.stackprofile.Limits;
import io.stackprofile.error.Finding;
import io.stackprofile.error.Location;
import io.stackprofile.error.Severity;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Gives the members of a live stack that declare no parents those that their objects name, and puts webhooks behind what they
 * could hold up. Declared edges stay as they are; an inferred edge that would close a cycle is left out, with a warning.
 *
 * @param spec the stack with all its edges
 * @param warnings the edges that were left out
 */
public record LiveEdges(StackSpec spec, List<Finding> warnings) {

    /** Infers the edges of {@code spec}. */
    public static LiveEdges of(StackSpec spec, Limits limits) {
        StackObjects objects = StackObjects.of(spec, limits);
        Map<MemberRef, Set<MemberRef>> wanted = declared(spec);
        Set<MemberRef> free = new HashSet<>();
        wanted.forEach((member, parents) -> {
            if (parents.isEmpty()) {
                free.add(member);
            }
        });
        InferredEdges.of(spec, objects).stream()
                .filter(edge -> free.contains(edge.child()))
                .forEach(edge -> parents(wanted, edge.child()).add(edge.parent()));
        new BlockingWebhooks(spec, objects).parents(wanted).forEach((webhook, blocked) -> {
            if (free.contains(webhook)) {
                parents(wanted, webhook).addAll(blocked);
            }
        });
        return acyclic(spec, wanted);
    }

    private static LiveEdges acyclic(StackSpec spec, Map<MemberRef, Set<MemberRef>> wanted) {
        Map<MemberRef, Integer> component = components(wanted);
        Map<MemberRef, Set<MemberRef>> kept = declared(spec);
        List<Finding> warnings = new ArrayList<>();
        wanted.forEach((child, parents) -> {
            for (MemberRef parent : parents) {
                boolean free = !Objects.equals(component.get(child), component.get(parent));
                if (parents(kept, child).contains(parent) || child.equals(parent)) {
                    continue;
                }
                if (free || !reaches(kept, component, parent, child)) {
                    parents(kept, child).add(parent);
                } else {
                    warnings.add(leftOut(child, parent));
                }
            }
        });
        return new LiveEdges(
                spec.map(member -> member.withParents(List.copyOf(parents(kept, member.ref())))), warnings);
    }

    private static Map<MemberRef, Set<MemberRef>> declared(StackSpec spec) {
        Map<MemberRef, Set<MemberRef>> parents = new LinkedHashMap<>();
        for (Member member : spec.members()) {
            parents.put(member.ref(), new LinkedHashSet<>(member.parents()));
        }
        return parents;
    }

    private static Set<MemberRef> parents(Map<MemberRef, Set<MemberRef>> of, MemberRef member) {
        return of.computeIfAbsent(member, any -> new LinkedHashSet<>());
    }

    /** A number for each member, the same for those that reach each other: a cycle stays within one. */
    private static Map<MemberRef, Integer> components(Map<MemberRef, Set<MemberRef>> parents) {
        List<MemberRef> members = new ArrayList<>(parents.keySet());
        Map<MemberRef, Integer> numbers = new HashMap<>();
        members.forEach(member -> numbers.put(member, numbers.size()));
        List<List<Integer>> edges = new ArrayList<>();
        members.forEach(member -> edges.add(parents(parents, member).stream()
                .flatMap(parent -> Optional.ofNullable(numbers.get(parent)).stream())
                .toList()));
        int[] components = Components.of(edges);
        Map<MemberRef, Integer> component = new HashMap<>();
        numbers.forEach((member, number) -> component.put(member, components[number]));
        return component;
    }

    private static boolean reaches(
            Map<MemberRef, Set<MemberRef>> parents, Map<MemberRef, Integer> component, MemberRef from, MemberRef to) {
        Set<MemberRef> seen = new HashSet<>(Set.of(from));
        Deque<MemberRef> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            MemberRef at = open.pop();
            if (at.equals(to)) {
                return true;
            }
            for (MemberRef parent : parents.getOrDefault(at, Set.of())) {
                if (Objects.equals(component.get(parent), component.get(from)) && seen.add(parent)) {
                    open.push(parent);
                }
            }
        }
        return false;
    }

    private static Finding leftOut(MemberRef child, MemberRef parent) {
        return Finding.builder()
                .severity(Severity.WARNING)
                .code("edge-left-out")
                .location(Location.member(child))
                .message(child + " names something of " + parent + ", which needs " + child
                        + " itself; the edge between them would close a cycle and was left out")
                .hint("Declare the parents of " + child + " if this is the order that matters.")
                .build();
    }
}

package io.stackprofile.core.internal.graph;

import io.stackprofile.error.Location;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Infers which members must come before which from what their objects name. Linear in the stack's size. What an add-on's
 * chart holds is not known: an add-on needs the namespace it is installed into, and nothing is known to need an add-on.
 */
public final class InferredEdges {

    private final StackObjects objects;
    private final Map<MemberRef, Map<MemberRef, InferredEdge>> edges = new LinkedHashMap<>();

    private InferredEdges(StackObjects objects) {
        this.objects = objects;
    }

    /** The edges between the members of {@code spec}, whose objects are {@code objects}; none from a member to itself. */
    public static List<InferredEdge> of(StackSpec spec, StackObjects objects) {
        InferredEdges inferred = new InferredEdges(objects);
        ServedWorkloads workloads = new ServedWorkloads(objects);
        objects.all()
                .forEach(object ->
                        ObjectReferences.of(object, objects, workloads).forEach(inferred::add));
        spec.addons().forEach(inferred::addNamespace);
        List<InferredEdge> all = new ArrayList<>();
        spec.members()
                .forEach(member -> all.addAll(
                        inferred.edges.getOrDefault(member.ref(), Map.of()).values()));
        return all;
    }

    private void addNamespace(Addon addon) {
        addon.namespace()
                .ifPresent(namespace -> add(new Reference(
                        addon.ref(),
                        Location.member(addon.ref()),
                        ObjectReferences.namespaceKey(namespace),
                        "Namespace",
                        "is installed into")));
    }

    private void add(Reference reference) {
        objects.find(reference.to())
                .map(StackObject::member)
                .filter(parent -> !parent.equals(reference.from()))
                .ifPresent(parent -> edges.computeIfAbsent(reference.from(), child -> new LinkedHashMap<>())
                        .merge(
                                parent,
                                new InferredEdge(reference.from(), parent, reference, 1),
                                (known, more) -> new InferredEdge(
                                        known.child(), parent, known.reference(), known.references() + 1)));
    }
}

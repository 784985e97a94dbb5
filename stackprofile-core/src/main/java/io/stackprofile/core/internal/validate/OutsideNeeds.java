package io.stackprofile.core.internal.validate;

import io.stackprofile.core.internal.graph.Kinds;
import io.stackprofile.core.internal.graph.ObjectKey;
import io.stackprofile.core.internal.graph.StackObject;
import io.stackprofile.core.internal.graph.StackObjects;
import io.stackprofile.error.Finding;
import io.stackprofile.error.Location;
import io.stackprofile.error.Severity;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.StackSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds what a stack needs and does not bring: namespaces, and the definitions of kinds. */
final class OutsideNeeds {

    private OutsideNeeds() {}

    /** One finding for each namespace of a member, and one for each kind. */
    static List<Finding> findings(StackSpec spec, StackObjects objects) {
        List<Finding> findings = new ArrayList<>();
        Set<String> declared = declared(objects);
        Set<Object> told = new HashSet<>();
        for (StackObject object : objects.all()) {
            String namespace = object.key().namespace();
            if (!isThere(namespace, declared) && told.add(List.of(object.member(), namespace))) {
                findings.add(namespace(object.location(), Severity.WARNING, "the object goes"));
            }
            ObjectKey key = object.key();
            if (!Kinds.isBuiltIn(key.group())
                    && objects.definition(object).isEmpty()
                    && told.add(List.of(key.group(), key.kind()))) {
                findings.add(kind(object.location(), !spec.addons().isEmpty()));
            }
        }
        for (Addon addon : spec.addons()) {
            if (addon.namespace().filter(name -> !isThere(name, declared)).isPresent()) {
                findings.add(namespace(Location.member(addon.ref()), Severity.INFO, "the add-on goes"));
            }
        }
        return findings;
    }

    private static Set<String> declared(StackObjects objects) {
        return objects.byKey().keySet().stream()
                .filter(key -> key.group().isEmpty() && key.kind().equals("Namespace"))
                .map(ObjectKey::name)
                .collect(Collectors.toSet());
    }

    private static boolean isThere(String namespace, Set<String> declared) {
        // What a placeholder names is up to who binds it.
        return namespace.isEmpty()
                || namespace.contains("${{")
                || declared.contains(namespace)
                || Kinds.isStandardNamespace(namespace);
    }

    private static Finding namespace(Location location, Severity severity, String what) {
        return Findings.of(
                severity,
                "undeclared-namespace",
                location,
                what + " to a namespace that no member of the stack declares",
                "Add a Namespace to the stack, unless every cluster it goes to has this one.");
    }

    private static Finding kind(Location location, boolean addons) {
        return Findings.of(
                Severity.INFO,
                "undefined-kind",
                location,
                "Kubernetes has no such kind, and no member of the stack is known to define it"
                        + (addons ? "; what charts define is not known" : ""),
                addons
                        ? "Make the add-on that defines it a parent of this member, unless the cluster has it."
                        : "Add its CustomResourceDefinition, unless the cluster has it.");
    }
}

package io.stackprofile.core.internal.graph;

import io.stackprofile.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one object needs: its namespace, its kind's definition, and what its fields name. */
final class ObjectReferences {

    private static final String WEBHOOKS = "WebhookConfiguration";

    private final StackObjects objects;
    private final ServedWorkloads workloads;
    private final StackObject object;
    private final List<Reference> found = new ArrayList<>();

    private ObjectReferences(StackObjects objects, ServedWorkloads workloads, StackObject object) {
        this.objects = objects;
        this.workloads = workloads;
        this.object = object;
    }

    /** The needs of {@code object}, in the order of the table. */
    static List<Reference> of(StackObject object, StackObjects objects, ServedWorkloads workloads) {
        ObjectReferences references = new ObjectReferences(objects, workloads, object);
        references.namespace();
        references.definition();
        references.table();
        return references.found;
    }

    static ObjectKey namespaceKey(String name) {
        return new ObjectKey("", "Namespace", "", name);
    }

    private void namespace() {
        String namespace = object.key().namespace();
        if (namespace.isEmpty()) {
            return;
        }
        Optional<YamlNode> said = Fields.mapping(object.mapping(), "metadata").flatMap(names -> names.get("namespace"));
        add(
                said.isPresent() ? "/metadata/namespace" : "",
                said.orElse(object.mapping()),
                namespaceKey(namespace),
                "Namespace",
                "is in");
    }

    private void definition() {
        objects.definition(object)
                .ifPresent(defined -> add(
                        "/kind",
                        object.mapping().get("kind").orElse(object.mapping()),
                        defined.key(),
                        "CustomResourceDefinition",
                        "is defined by"));
    }

    private void table() {
        ReferenceTable.of(object.key()).forEach(row -> row(object.mapping(), "", row));
        List<List<String>> pod = ReferenceTable.podPath(object.key());
        if (!pod.isEmpty()) {
            ReferenceRow.walk(
                    object.mapping(),
                    "",
                    pod,
                    (path, spec) -> ReferenceTable.ofPods().forEach(row -> row(spec, path, row)));
        }
    }

    private void row(YamlNode root, String pointer, ReferenceRow row) {
        ReferenceRow.walk(
                root,
                pointer,
                row.steps(),
                (path, node) -> row.target(node, object.key().namespace()).ifPresent(target -> {
                    add(path, node, target, row.what(), row.why());
                    if (isCalled(object.key().kind())) {
                        workloads
                                .behind(target)
                                .ifPresent(workload -> add(path, node, workload, "workload", "is answered by"));
                    }
                }));
    }

    /** The API server calls these as soon as they are there, so what answers must be, too. */
    private static boolean isCalled(String kind) {
        return kind.endsWith(WEBHOOKS) || kind.equals("APIService");
    }

    private void add(String path, YamlNode node, ObjectKey target, String what, String why) {
        found.add(new Reference(object.member(), object.at(path, node), target, what, why));
    }
}

package io.stackprofile.core.internal.validate;

import io.stackprofile.core.internal.graph.StackObject;
import io.stackprofile.core.internal.graph.StackObjects;
import io.stackprofile.error.Finding;
import io.stackprofile.error.Location;
import io.stackprofile.error.Severity;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.yaml.YamlDocument;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlMapping;
import io.stackprofile.yaml.YamlNode;
import io.stackprofile.yaml.YamlScalar;
import io.stackprofile.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks that manifests hold Kubernetes objects: apiVersion, kind, a name, and names that an API server takes. */
final class ObjectChecks {

    /** What an API server takes in a ConfigMap or a Secret. */
    private static final int LARGEST_DATA = 1024 * 1024;

    private final List<Finding> findings = new ArrayList<>();

    private ObjectChecks() {}

    /** Every finding, in the order of members and places. */
    static List<Finding> findings(StackObjects objects) {
        ObjectChecks checks = new ObjectChecks();
        objects.files().forEach(checks::documents);
        objects.all().forEach(checks::object);
        return checks.findings;
    }

    private void documents(MemberRef ref, YamlFile file) {
        for (YamlDocument document : file.documents()) {
            document.root()
                    .map(YamlNode::resolve)
                    .filter(root -> !isNothing(root))
                    .ifPresent(root -> document(ref, document.index(), root));
        }
    }

    private void document(MemberRef ref, int document, YamlNode root) {
        if (!(root instanceof YamlMapping mapping)) {
            add("not-an-object", at(ref, document, "", root), "this document is no mapping", "Write an object here.");
            return;
        }
        if (mapping.get("apiVersion").isEmpty() && mapping.get("kind").isEmpty()) {
            add(
                    "not-an-object",
                    at(ref, document, "", root),
                    "this document has no apiVersion and no kind, so it is no Kubernetes object",
                    "Add both, or remove the document; Helm values belong to an add-on.");
            return;
        }
        field(ref, document, mapping, "apiVersion");
        field(ref, document, mapping, "kind");
    }

    private void field(MemberRef ref, int document, YamlMapping root, String key) {
        YamlNode value = root.get(key).map(YamlNode::resolve).orElse(root);
        if (value == root || !isText(value)) {
            add(
                    "not-an-object",
                    at(ref, document, value == root ? "" : "/" + key, value),
                    "this document has no " + key + " that is text, so it is no Kubernetes object",
                    "Add the " + key + ", or remove the document.");
        }
    }

    private void object(StackObject object) {
        YamlNode metadata =
                object.mapping().get("metadata").map(YamlNode::resolve).orElse(null);
        if (!(metadata instanceof YamlMapping names)) {
            add("unnamed-object", object.location(), "the object has no metadata", "Add metadata with a name.");
            return;
        }
        Optional<YamlNode> name = names.get("name").map(YamlNode::resolve);
        if (name.isEmpty() && names.get("generateName").isPresent()) {
            findings.add(Findings.of(
                    Severity.WARNING,
                    "generated-name",
                    object.location(),
                    "the object has no name of its own, so every time it is applied there is another",
                    "Give it a name."));
        } else if (name.isEmpty()) {
            add("unnamed-object", object.location(), "the object has no name", "Add metadata.name.");
        } else {
            name(object, "/metadata/name", name.get(), ObjectNames.of(object.key()));
        }
        names.get("namespace")
                .map(YamlNode::resolve)
                .ifPresent(namespace -> name(object, "/metadata/namespace", namespace, ObjectNames.LABEL));
        size(object);
    }

    private void name(StackObject object, String path, YamlNode node, ObjectNames form) {
        String text = isText(node) ? ((YamlScalar) node).text() : "";
        if (!text.contains("${{") && !form.fits(text)) {
            add(
                    "invalid-object-name",
                    at(object.member(), object.document(), object.pointer() + path, node),
                    "the name is not one that Kubernetes takes here",
                    form.rule());
        }
    }

    private void size(StackObject object) {
        boolean limited = object.key().group().isEmpty()
                && (object.key().kind().equals("ConfigMap")
                        || object.key().kind().equals("Secret"));
        if (limited && object.mapping().span().length() > LARGEST_DATA) {
            findings.add(Findings.of(
                    Severity.WARNING,
                    "object-too-large",
                    object.location(),
                    "the object is larger than the 1 MiB that Kubernetes takes",
                    "Split it."));
        }
    }

    private void add(String code, Location location, String message, String hint) {
        findings.add(Findings.error(code, location, message, hint));
    }

    private static Location at(MemberRef ref, int document, String path, YamlNode node) {
        return Location.builder()
                .member(ref)
                .document(document)
                .path(path)
                .line(node.line())
                .build();
    }

    private static boolean isText(YamlNode node) {
        return node instanceof YamlScalar scalar
                && scalar.value().kind() == YamlValue.Kind.STRING
                && !scalar.text().isEmpty();
    }

    private static boolean isNothing(YamlNode node) {
        return node instanceof YamlScalar scalar && scalar.value().kind() == YamlValue.Kind.NULL;
    }
}

package io.stackprofile.core.internal.graph;

import io.stackprofile.yaml.ManifestObject;
import io.stackprofile.yaml.YamlMapping;
import io.stackprofile.yaml.YamlNode;
import java.util.Comparator;
import java.util.Optional;

/**
 * What tells one Kubernetes object from another. Its parts are content: they are compared, never shown.
 *
 * @param group the API group; empty for the core group
 * @param kind the kind
 * @param namespace the namespace it goes to; empty for objects without one
 * @param name the name
 */
public record ObjectKey(String group, String kind, String namespace, String name) implements Comparable<ObjectKey> {

    private static final Comparator<ObjectKey> ORDER = Comparator.comparing(ObjectKey::group)
            .thenComparing(ObjectKey::kind)
            .thenComparing(ObjectKey::namespace)
            .thenComparing(ObjectKey::name);

    /** What a document's root says of itself, nothing filled in; empty where it is no object with a name. */
    public static Optional<ObjectKey> of(YamlNode root) {
        if (!(root.resolve() instanceof YamlMapping object)) {
            return Optional.empty();
        }
        String apiVersion = Fields.text(object, "apiVersion");
        String kind = Fields.text(object, "kind");
        Optional<YamlMapping> metadata = Fields.mapping(object, "metadata");
        String name = metadata.map(names -> Fields.text(names, "name")).orElse("");
        if (apiVersion.isEmpty() || kind.isEmpty() || name.isEmpty()) {
            return Optional.empty();
        }
        String namespace =
                metadata.map(names -> Fields.text(names, "namespace")).orElse("");
        return Optional.of(new ObjectKey(groupOf(apiVersion), kind, namespace, name));
    }

    /** What an object of a file says of itself or its list says of it; empty where it has no name. */
    public static Optional<ObjectKey> of(ManifestObject object) {
        Optional<YamlMapping> metadata = Fields.mapping(object.mapping(), "metadata");
        String name = metadata.map(names -> Fields.text(names, "name")).orElse("");
        String namespace =
                metadata.map(names -> Fields.text(names, "namespace")).orElse("");
        return name.isEmpty()
                ? Optional.empty()
                : Optional.of(new ObjectKey(groupOf(object.apiVersion()), object.kind(), namespace, name));
    }

    /** The same with the namespace it goes to, when it names none and its kind has one. */
    public ObjectKey within(Optional<String> defaultNamespace) {
        return namespace.isEmpty() && !Kinds.isClusterWide(group, kind)
                ? new ObjectKey(group, kind, defaultNamespace.orElse(""), name)
                : this;
    }

    /** The group of an apiVersion: what stands before the slash. */
    static String groupOf(String apiVersion) {
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }

    /** The kind with its group, as the tables of kinds write it. */
    public static String qualified(String group, String kind) {
        return group.isEmpty() ? kind : kind + "." + group;
    }

    ObjectKey withoutNamespace() {
        return new ObjectKey(group, kind, "", name);
    }

    @Override
    public int compareTo(ObjectKey other) {
        return ORDER.compare(this, other);
    }

    /** Nothing of the content. */
    @Override
    public String toString() {
        return "ObjectKey";
    }
}

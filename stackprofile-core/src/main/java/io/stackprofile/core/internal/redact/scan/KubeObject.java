package io.stackprofile.core.internal.redact.scan;

import io.stackprofile.yaml.YamlMapping;
import io.stackprofile.yaml.YamlNode;
import io.stackprofile.yaml.YamlScalar;
import java.util.Optional;

/**
 * The Kubernetes object that a scalar stands in.
 *
 * @param kind its kind
 * @param namespace its namespace; empty when it names none
 * @param name its name; empty when it names none
 */
public record KubeObject(String kind, String namespace, String name) {

    /** The object that {@code mapping} is, if it has an apiVersion and a kind. */
    public static Optional<KubeObject> of(YamlMapping mapping) {
        String kind = text(mapping, "kind");
        if (kind.isEmpty() || text(mapping, "apiVersion").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(of(kind, mapping));
    }

    /** The object of a kind that {@code mapping} does not say itself, as in a typed list. */
    public static KubeObject of(String kind, YamlMapping mapping) {
        Optional<YamlNode> metadata = mapping.get("metadata").map(YamlNode::resolve);
        return metadata.isPresent() && metadata.get() instanceof YamlMapping names
                ? new KubeObject(kind, text(names, "namespace"), text(names, "name"))
                : new KubeObject(kind, "", "");
    }

    public boolean isSecret() {
        return kind.equals("Secret");
    }

    /** Kind, namespace and name, to find the object again in another text. */
    public String identity() {
        return kind + "/" + namespace + "/" + name;
    }

    public static String text(YamlMapping mapping, String key) {
        return mapping.get(key)
                .map(YamlNode::resolve)
                .filter(YamlScalar.class::isInstance)
                .map(node -> ((YamlScalar) node).text())
                .orElse("");
    }
}

package io.stackprofile.core.internal.graph;

import io.stackprofile.yaml.YamlMapping;
import io.stackprofile.yaml.YamlNode;
import io.stackprofile.yaml.YamlScalar;
import java.util.Optional;

/** Reads fields of objects as Kubernetes would: through aliases and merge keys, text only. */
final class Fields {

    private Fields() {}

    /** The mapping under {@code key}. */
    static Optional<YamlMapping> mapping(YamlMapping mapping, String key) {
        return mapping.get(key)
                .map(YamlNode::resolve)
                .filter(YamlMapping.class::isInstance)
                .map(YamlMapping.class::cast);
    }

    /** The text under {@code key}; empty when there is none. */
    static String text(YamlMapping mapping, String key) {
        return mapping.get(key).map(Fields::text).orElse("");
    }

    /** The text that {@code node} is; empty when it is none. */
    static String text(YamlNode node) {
        return node.resolve() instanceof YamlScalar scalar ? scalar.text() : "";
    }
}

package io.stackprofile.core.internal.clean;

import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlMapping;
import io.stackprofile.yaml.YamlNode;
import io.stackprofile.yaml.YamlScalar;
import io.stackprofile.yaml.YamlSequence;
import io.stackprofile.yaml.YamlTree;
import io.stackprofile.yaml.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads nodes as fresh, mutable trees like {@code YamlTree}, except that a number that is not whole stays the scalar it was,
 * so that it keeps its digits when it is written again.
 */
final class LiveTree {

    private LiveTree() {}

    static @Nullable Object of(YamlNode node) {
        YamlNode actual = node.resolve();
        if (actual instanceof YamlScalar scalar) {
            return scalar.value().kind() == YamlValue.Kind.FLOAT ? scalar : YamlTree.of(scalar);
        }
        if (actual instanceof YamlSequence sequence) {
            List<@Nullable Object> list = new ArrayList<>(sequence.items().size());
            sequence.items().forEach(item -> list.add(of(item)));
            return list;
        }
        YamlMapping mapping = (YamlMapping) actual;
        if (mapping.hasMerges()) {
            return YamlTree.of(mapping);
        }
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        mapping.entries().forEach(entry -> map.put(entry.name(), of(entry.value())));
        return map;
    }

    /** A JSON text of this library's own. */
    static @Nullable Object json(String text) {
        return YamlFile.parse(text).documents().get(0).root().map(LiveTree::of).orElse(null);
    }

    /** The mapping under {@code key}; an empty one where there is none. */
    static Map<?, ?> map(Map<?, ?> parent, String key) {
        return parent.get(key) instanceof Map<?, ?> map ? map : Map.of();
    }

    /** The text under {@code key}; empty where there is none. */
    static String text(Map<?, ?> parent, String key) {
        return parent.get(key) instanceof String text ? text : "";
    }

    static boolean isEmpty(@Nullable Object node) {
        return node instanceof Map<?, ?> map ? map.isEmpty() : node instanceof List<?> list && list.isEmpty();
    }

    static boolean isScalar(@Nullable Object node) {
        return !(node instanceof Map) && !(node instanceof List);
    }
}

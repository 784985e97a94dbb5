package io.stackprofile.core.internal.clean;

import io.stackprofile.core.internal.tree.TreeJson;
import io.stackprofile.yaml.YamlPointer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The scalars and empty collections of a tree by their JSON pointers. */
final class Leaves {

    private Leaves() {}

    static TreeMap<String, String> of(@Nullable Object tree) {
        TreeMap<String, String> leaves = new TreeMap<>();
        collect("", tree, leaves);
        return leaves;
    }

    private static void collect(String pointer, @Nullable Object node, Map<String, String> leaves) {
        if (node instanceof Map<?, ?> map && !map.isEmpty()) {
            map.forEach((key, value) -> collect(YamlPointer.child(pointer, Objects.toString(key)), value, leaves));
        } else if (node instanceof List<?> list && !list.isEmpty()) {
            for (int i = 0; i < list.size(); i++) {
                collect(YamlPointer.child(pointer, i), list.get(i), leaves);
            }
        } else {
            leaves.put(pointer, TreeJson.of(node));
        }
    }
}

package io.stackprofile.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns nodes into plain Java objects, with aliases and merge keys applied as Go's reader does. */
public final class YamlTree {
    private YamlTree() {}

    /**
     * A fresh, mutable tree: Map (insertion order) with the names of {@link YamlEntry#name()}, List, String, Boolean,
     * Long, BigInteger (beyond a long), Double, or null.
     */
    public static @Nullable Object of(YamlNode node) {
        YamlNode actual = node.resolve();
        if (actual instanceof YamlScalar scalar) {
            return scalar.value().tree();
        }
        if (actual instanceof YamlSequence sequence) {
            List<@Nullable Object> list = new ArrayList<>(sequence.items().size());
            for (YamlNode item : sequence.items()) {
                list.add(of(item));
            }
            return list;
        }
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        Merges.effective((YamlMapping) actual).forEach((name, value) -> map.put(name, of(value)));
        return map;
    }
}

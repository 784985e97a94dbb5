package io.stackprofile.yaml;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The anchors of one document; a later anchor of the same name replaces an earlier one. */
final class Anchors {
    /**
     * An anchored node.
     *
     * @param node null while it is being read
     * @param size nodes in it with aliases expanded
     * @param height levels of collections in it with aliases expanded
     */
    record Anchored(@Nullable YamlNode node, long size, int height) {}

    private final Map<String, Anchored> known = new HashMap<>();

    void open(@Nullable String anchor) {
        if (anchor != null) {
            known.put(anchor, new Anchored(null, 0, 0));
        }
    }

    void close(@Nullable String anchor, YamlNode node, long size, int height) {
        if (anchor != null) {
            known.put(anchor, new Anchored(node, size, height));
        }
    }

    @Nullable
    Anchored find(String anchor) {
        return known.get(anchor);
    }
}

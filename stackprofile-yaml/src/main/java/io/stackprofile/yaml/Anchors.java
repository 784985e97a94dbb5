package io.stackprofile.yaml;

import io.stackprofile.yaml.SourceNode.Origin;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The anchors of one document; a later anchor of the same name replaces an earlier one. */
final class Anchors {
    /**
     * An anchored node.
     *
     * @param start the offset it begins at
     * @param node null while it is being read
     * @param size nodes in it with aliases expanded
     * @param height levels of collections in it with aliases expanded
     */
    record Anchored(int start, @Nullable YamlNode node, long size, int height) {}

    private final Map<String, Anchored> known = new HashMap<>();

    void open(Origin origin) {
        if (origin.anchor() != null) {
            known.put(origin.anchor(), new Anchored(origin.fullStart(), null, 0, 0));
        }
    }

    /** The node is read. An anchor of the same name inside it came later and stays. */
    void close(Origin origin, YamlNode node, long size, int height) {
        if (origin.anchor() != null) {
            known.computeIfPresent(
                    origin.anchor(),
                    (name, opened) -> opened.start() == origin.fullStart()
                            ? new Anchored(opened.start(), node, size, height)
                            : opened);
        }
    }

    @Nullable
    Anchored find(String anchor) {
        return known.get(anchor);
    }
}

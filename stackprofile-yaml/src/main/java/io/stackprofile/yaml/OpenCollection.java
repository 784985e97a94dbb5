package io.stackprofile.yaml;

import io.stackprofile.yaml.SourceNode.Origin;
import io.stackprofile.yaml.YamlException.Code;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A collection while its children are being read. */
final class OpenCollection {
    final boolean mapping;
    final CollectionPlace place;

    final Origin origin;
    /** Nodes in it so far, itself included, with aliases expanded. */
    long size = 1;
    /** Levels of collections, itself included. */
    int height = 1;

    private final List<YamlNode> items = new ArrayList<>();
    private final List<YamlEntry> entries = new ArrayList<>();
    private final KeyCheck keys = new KeyCheck();
    private @Nullable YamlNode pendingKey;
    private boolean merges;

    OpenCollection(boolean mapping, CollectionPlace place, Origin origin) {
        this.mapping = mapping;
        this.place = place;
        this.origin = origin;
    }

    boolean expectsKey() {
        return mapping && pendingKey == null;
    }

    /** The step of a JSON pointer to the child that is being read; null where it may not be named or is a key itself. */
    @Nullable
    String step() {
        if (!mapping) {
            return String.valueOf(items.size());
        }
        return pendingKey != null && pendingKey.resolve() instanceof YamlScalar key && KeyCheck.isPlainName(key.text())
                ? key.text()
                : null;
    }

    void add(Source source, YamlNode node, long nodeSize, int nodeHeight) {
        size += nodeSize;
        height = Math.max(height, nodeHeight + 1);
        YamlNode key = pendingKey;
        if (!mapping) {
            items.add(node);
        } else if (key == null) {
            keys.check(source, node);
            pendingKey = node;
        } else {
            pendingKey = null;
            YamlEntry entry = new YamlEntry(key, node);
            if (entry.isMerge()) {
                merges = true;
                checkMerge(source, node);
            }
            entries.add(entry);
        }
    }

    private static void checkMerge(Source source, YamlNode value) {
        boolean good = value.resolve() instanceof YamlMapping;
        if (value instanceof YamlSequence sequence) {
            good = sequence.items().stream().allMatch(item -> item.resolve() instanceof YamlMapping);
        }
        if (!good) {
            throw new YamlException(
                    Code.BAD_MERGE,
                    "a merge key takes a mapping or a list of mappings",
                    source.place(value.span().start()));
        }
    }

    YamlNode build(Source source, int end) {
        Origin whole = origin.endingAt(end);
        return mapping
                ? new YamlMapping(source, whole, entries, place, merges)
                : new YamlSequence(source, whole, items, place);
    }
}

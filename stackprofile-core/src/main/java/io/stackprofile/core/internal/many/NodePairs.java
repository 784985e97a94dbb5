package io.stackprofile.core.internal.many;

import io.stackprofile.core.internal.tree.ListKeys;
import io.stackprofile.yaml.YamlEntry;
import io.stackprofile.yaml.YamlMapping;
import io.stackprofile.yaml.YamlNode;
import io.stackprofile.yaml.YamlPointer;
import io.stackprofile.yaml.YamlScalar;
import io.stackprofile.yaml.YamlSequence;
import io.stackprofile.yaml.YamlTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Walks two nodes side by side: entries by key, list items by what Kubernetes matches them by, else by their place. */
final class NodePairs {

    /** Hears what stands side by side. */
    interface Visitor {

        /** Two scalars at one place. */
        void scalars(String pointer, YamlScalar lead, YamlScalar other);

        /** Something that only the leading text has. */
        void missing(String pointer);

        /** Something that only the other text has; the pointer is into that. */
        void added(String pointer);

        /** Things of two kinds, or lists that cannot be matched. */
        void unlike(String pointer);

        /** The same items in another order, which matters. */
        void reordered(String pointer);
    }

    private final Visitor visitor;

    NodePairs(Visitor visitor) {
        this.visitor = visitor;
    }

    void walk(YamlNode lead, YamlNode other) {
        walk("", "", "", lead.resolve(), other.resolve());
    }

    private void walk(String pointer, String theirs, String field, YamlNode lead, YamlNode other) {
        if (lead instanceof YamlScalar one && other instanceof YamlScalar two) {
            visitor.scalars(pointer, one, two);
        } else if (lead instanceof YamlMapping one && other instanceof YamlMapping two) {
            mappings(pointer, theirs, one, two);
        } else if (lead instanceof YamlSequence one && other instanceof YamlSequence two) {
            sequences(pointer, theirs, field, one, two);
        } else {
            visitor.unlike(pointer);
        }
    }

    private void mappings(String pointer, String theirs, YamlMapping lead, YamlMapping other) {
        Map<String, YamlNode> mine = entries(lead);
        Map<String, YamlNode> yours = entries(other);
        mine.forEach((key, value) -> {
            YamlNode twin = yours.get(key);
            if (twin == null) {
                visitor.missing(YamlPointer.child(pointer, key));
            } else {
                walk(
                        YamlPointer.child(pointer, key),
                        YamlPointer.child(theirs, key),
                        key,
                        value.resolve(),
                        twin.resolve());
            }
        });
        yours.keySet().stream()
                .filter(key -> !mine.containsKey(key))
                .forEach(key -> visitor.added(YamlPointer.child(theirs, key)));
    }

    /** As a reader finds them: own entries and those merged in. */
    private static Map<String, YamlNode> entries(YamlMapping mapping) {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        if (mapping.hasMerges() && YamlTree.of(mapping) instanceof Map<?, ?> read) {
            read.keySet()
                    .forEach(key -> mapping.get((String) key).ifPresent(value -> entries.put((String) key, value)));
            return entries;
        }
        for (YamlEntry entry : mapping.entries()) {
            entries.put(entry.name(), entry.value());
        }
        return entries;
    }

    private void sequences(String pointer, String theirs, String field, YamlSequence lead, YamlSequence other) {
        Optional<ListKeys.Matched> matched = ListKeys.of(field, List.of(tree(lead), tree(other)));
        if (matched.isPresent()) {
            keyed(pointer, theirs, lead, other, matched.get());
        } else if (lead.items().size() == other.items().size()) {
            for (int i = 0; i < lead.items().size(); i++) {
                item(pointer, theirs, lead, i, other, i);
            }
        } else {
            visitor.unlike(pointer);
        }
    }

    private static List<?> tree(YamlSequence list) {
        return YamlTree.of(list) instanceof List<?> items ? items : List.of();
    }

    private void keyed(String pointer, String theirs, YamlSequence lead, YamlSequence other, ListKeys.Matched matched) {
        List<String> mine = matched.keys().get(0);
        List<String> yours = matched.keys().get(1);
        boolean sameLength = mine.size() == yours.size();
        for (int i = 0; i < mine.size(); i++) {
            int at = yours.indexOf(mine.get(i));
            // An item whose name is what differs stands where the other's does.
            boolean renamed = at < 0 && sameLength && !mine.contains(yours.get(i));
            if (at >= 0 || renamed) {
                item(pointer, theirs, lead, i, other, renamed ? i : at);
            } else {
                visitor.missing(YamlPointer.child(pointer, i));
            }
        }
        for (int i = 0; i < yours.size(); i++) {
            boolean renamed = sameLength && !yours.contains(mine.get(i));
            if (!mine.contains(yours.get(i)) && !renamed) {
                visitor.added(YamlPointer.child(theirs, i));
            }
        }
        if (matched.ordered() && !common(mine, yours).equals(common(yours, mine))) {
            visitor.reordered(pointer);
        }
    }

    private static List<String> common(List<String> keys, List<String> others) {
        List<String> common = new ArrayList<>(keys);
        common.retainAll(others);
        return common;
    }

    private void item(String pointer, String theirs, YamlSequence lead, int i, YamlSequence other, int j) {
        walk(
                YamlPointer.child(pointer, i),
                YamlPointer.child(theirs, j),
                "",
                lead.items().get(i).resolve(),
                other.items().get(j).resolve());
    }
}

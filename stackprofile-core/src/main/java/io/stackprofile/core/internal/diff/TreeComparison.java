package io.stackprofile.core.internal.diff;

import io.stackprofile.diff.Change;
import io.stackprofile.diff.ValueChange;
import io.stackprofile.yaml.YamlPointer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares two plain trees by path. Lists of mappings that all have a {@code name} of their own are matched by it, while
 * what they share keeps its order; other lists by position, from both ends. A path leads into the newer tree, that of
 * something removed into the older one.
 */
final class TreeComparison {

    private static final String MERGE_KEY = "name";

    private final int document;
    private final List<ValueChange> changes = new ArrayList<>();

    private TreeComparison(int document) {
        this.document = document;
    }

    /**
     * What differs, in the newer tree's order, what was removed after that.
     *
     * @param document which document of its member the newer tree is, from 0
     */
    static List<ValueChange> changes(int document, @Nullable Object before, @Nullable Object after) {
        TreeComparison comparison = new TreeComparison(document);
        comparison.compare("", before, after);
        return comparison.changes;
    }

    /** A whole document that only one side has. */
    static ValueChange whole(Change change, int document, @Nullable Object tree) {
        TreeComparison comparison = new TreeComparison(document);
        if (change == Change.ADDED) {
            comparison.added("", tree);
        } else {
            comparison.removed("", tree);
        }
        return comparison.changes.get(0);
    }

    private void compare(String path, @Nullable Object before, @Nullable Object after) {
        if (before instanceof Map<?, ?> old && after instanceof Map<?, ?> now) {
            compareMaps(path, old, now);
        } else if (before instanceof List<?> old && after instanceof List<?> now) {
            compareLists(path, old, now);
        } else if (!Objects.equals(before, after)) {
            changed(path, TreeJson.of(before), TreeJson.of(after));
        }
    }

    private void compareMaps(String path, Map<?, ?> before, Map<?, ?> after) {
        after.forEach((key, value) -> {
            String at = YamlPointer.child(path, (String) key);
            if (before.containsKey(key)) {
                compare(at, before.get(key), value);
            } else {
                added(at, value);
            }
        });
        before.forEach((key, value) -> {
            if (!after.containsKey(key)) {
                removed(YamlPointer.child(path, (String) key), value);
            }
        });
    }

    private void compareLists(String path, List<?> before, List<?> after) {
        Optional<List<String>> old = mergeKeys(before);
        Optional<List<String>> now = mergeKeys(after);
        if (old.isPresent() && now.isPresent() && keepOrder(old.get(), now.get())) {
            compareNamed(path, before, old.get(), after, now.get());
        } else {
            compareByPosition(path, before, after);
        }
    }

    private void compareNamed(String path, List<?> before, List<String> old, List<?> after, List<String> now) {
        Map<String, Object> byName = new HashMap<>();
        for (int i = 0; i < old.size(); i++) {
            byName.put(old.get(i), Objects.requireNonNull(before.get(i)));
        }
        for (int i = 0; i < now.size(); i++) {
            Object match = byName.get(now.get(i));
            if (match == null) {
                added(YamlPointer.child(path, i), after.get(i));
            } else {
                compare(YamlPointer.child(path, i), match, after.get(i));
            }
        }
        Set<String> kept = new HashSet<>(now);
        for (int i = 0; i < old.size(); i++) {
            if (!kept.contains(old.get(i))) {
                removed(YamlPointer.child(path, i), before.get(i));
            }
        }
    }

    private void compareByPosition(String path, List<?> before, List<?> after) {
        int shorter = Math.min(before.size(), after.size());
        int head = 0;
        while (head < shorter && Objects.equals(before.get(head), after.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head
                && Objects.equals(before.get(before.size() - 1 - tail), after.get(after.size() - 1 - tail))) {
            tail++;
        }
        for (int i = head; i < shorter - tail; i++) {
            compare(YamlPointer.child(path, i), before.get(i), after.get(i));
        }
        for (int i = shorter - tail; i < after.size() - tail; i++) {
            added(YamlPointer.child(path, i), after.get(i));
        }
        for (int i = shorter - tail; i < before.size() - tail; i++) {
            removed(YamlPointer.child(path, i), before.get(i));
        }
    }

    /** The names of a list's mappings, if each has one of its own. */
    private static Optional<List<String>> mergeKeys(List<?> items) {
        List<String> names = new ArrayList<>(items.size());
        for (Object item : items) {
            if (!(item instanceof Map<?, ?> map && map.get(MERGE_KEY) instanceof String name)) {
                return Optional.empty();
            }
            names.add(name);
        }
        return new HashSet<>(names).size() == names.size() ? Optional.of(names) : Optional.empty();
    }

    /** Whether what both lists hold stands in one order: init containers and variables mean another thing in another. */
    private static boolean keepOrder(List<String> before, List<String> after) {
        Set<String> old = new HashSet<>(before);
        Set<String> now = new HashSet<>(after);
        return before.stream()
                .filter(now::contains)
                .toList()
                .equals(after.stream().filter(old::contains).toList());
    }

    private void changed(String path, String before, String after) {
        // A number may be written as a whole one or not, and be the same in JSON.
        if (!before.equals(after)) {
            changes.add(change(Change.CHANGED, path).before(before).after(after).build());
        }
    }

    private void added(String path, @Nullable Object tree) {
        changes.add(change(Change.ADDED, path).after(TreeJson.of(tree)).build());
    }

    private void removed(String path, @Nullable Object tree) {
        changes.add(change(Change.REMOVED, path).before(TreeJson.of(tree)).build());
    }

    private ValueChange.Builder change(Change change, String path) {
        return ValueChange.builder().change(change).document(document).path(path);
    }
}

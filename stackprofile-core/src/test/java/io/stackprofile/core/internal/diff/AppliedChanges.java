package io.stackprofile.core.internal.diff;

import io.stackprofile.diff.Change;
import io.stackprofile.diff.ValueChange;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlPointer;
import io.stackprofile.yaml.YamlTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Applies changes to the tree they were found from. */
final class AppliedChanges {

    private final Map<Change, Map<String, ValueChange>> byPath = new HashMap<>();

    private AppliedChanges(List<ValueChange> changes) {
        changes.forEach(change ->
                byPath.computeIfAbsent(change.change(), kind -> new HashMap<>()).put(change.path(), change));
    }

    static @Nullable Object apply(@Nullable Object before, List<ValueChange> changes) {
        return new AppliedChanges(changes).at("", "", before);
    }

    private @Nullable Object at(String old, String now, @Nullable Object before) {
        ValueChange changed = change(Change.CHANGED, now);
        if (changed != null) {
            return json(changed.after().orElseThrow());
        }
        if (before instanceof Map<?, ?> map) {
            return map(old, now, map);
        }
        return before instanceof List<?> list ? list(old, now, list) : before;
    }

    private Map<String, Object> map(String old, String now, Map<?, ?> before) {
        Map<String, Object> after = new LinkedHashMap<>();
        before.forEach((key, value) -> {
            if (change(Change.REMOVED, YamlPointer.child(old, (String) key)) == null) {
                after.put(
                        (String) key,
                        at(YamlPointer.child(old, (String) key), YamlPointer.child(now, (String) key), value));
            }
        });
        byPath.getOrDefault(Change.ADDED, Map.of()).forEach((path, change) -> {
            String name = path.substring(path.lastIndexOf('/') + 1);
            if (path.equals(now + "/" + name)) {
                after.put(YamlPointer.unescape(name), json(change.after().orElseThrow()));
            }
        });
        return after;
    }

    private List<Object> list(String old, String now, List<?> before) {
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            if (change(Change.REMOVED, YamlPointer.child(old, i)) == null) {
                kept.add(i);
            }
        }
        ValueChange moved = change(Change.MOVED, now);
        if (moved != null) {
            List<?> from = (List<?>) json(moved.before().orElseThrow());
            List<?> to = (List<?>) json(moved.after().orElseThrow());
            List<Integer> order = List.copyOf(kept);
            kept.replaceAll(place -> order.get(from.indexOf(to.get(order.indexOf(place)))));
        }
        List<Object> after = new ArrayList<>();
        int next = 0;
        while (true) {
            ValueChange added = change(Change.ADDED, YamlPointer.child(now, after.size()));
            if (added != null) {
                after.add(json(added.after().orElseThrow()));
            } else if (next < kept.size()) {
                int place = kept.get(next++);
                after.add(at(YamlPointer.child(old, place), YamlPointer.child(now, after.size()), before.get(place)));
            } else {
                return after;
            }
        }
    }

    private @Nullable ValueChange change(Change kind, String path) {
        return byPath.getOrDefault(kind, Map.of()).get(path);
    }

    private static @Nullable Object json(String text) {
        return YamlTree.of(YamlFile.parse(text).documents().get(0).root().orElseThrow());
    }
}

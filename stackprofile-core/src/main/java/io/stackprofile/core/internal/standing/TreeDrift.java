package io.stackprofile.core.internal.standing;

import static io.stackprofile.core.internal.tree.TokenTree.ABSENT;

import io.stackprofile.core.internal.tree.ListKeys;
import io.stackprofile.core.internal.tree.TokenTree;
import io.stackprofile.diff.Change;
import io.stackprofile.instantiation.PathDrift;
import io.stackprofile.yaml.YamlPointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where one document of a target differs from a version's: maps by key, lists by merge key, other lists as one value. */
final class TreeDrift {

    private final int document;
    private final List<PathDrift> paths = new ArrayList<>();

    private TreeDrift(int document) {
        this.document = document;
    }

    /** What differs, in the version's order, what was added after it. */
    static List<PathDrift> between(
            int document, @Nullable Object expected, @Nullable Object actual, FieldOwners owners) {
        TreeDrift drift = new TreeDrift(document);
        drift.compare("", "", expected, actual, owners);
        return drift.paths;
    }

    private void compare(
            String pointer, String field, @Nullable Object expected, @Nullable Object actual, FieldOwners owners) {
        if (Objects.equals(TokenTree.plain(expected), TokenTree.plain(actual))) {
            return;
        }
        if (expected instanceof Map<?, ?> old && actual instanceof Map<?, ?> now) {
            old.forEach((key, value) -> compareField(pointer, (String) key, value, now, owners));
            now.forEach((key, value) -> {
                if (!old.containsKey(key)) {
                    compare(YamlPointer.child(pointer, (String) key), "", ABSENT, value, owners.field((String) key));
                }
            });
            return;
        }
        if (expected instanceof List<?> old && actual instanceof List<?> now) {
            Optional<ListKeys.Matched> keys = ListKeys.of(field, List.of(old, now));
            if (keys.isPresent()) {
                compareItems(pointer, old, now, keys.get(), owners);
                return;
            }
        }
        add(pointer, expected, actual, owners);
    }

    private void compareField(
            String pointer, String key, @Nullable Object expected, Map<?, ?> actual, FieldOwners owners) {
        Object now = actual.containsKey(key) ? actual.get(key) : ABSENT;
        compare(YamlPointer.child(pointer, key), key, expected, now, owners.field(key));
    }

    private void compareItems(
            String pointer, List<?> expected, List<?> actual, ListKeys.Matched keys, FieldOwners owners) {
        List<String> old = keys.keys().get(0);
        List<String> now = keys.keys().get(1);
        int before = paths.size();
        for (int i = 0; i < old.size(); i++) {
            int place = now.indexOf(old.get(i));
            Object item = place < 0 ? ABSENT : actual.get(place);
            compare(YamlPointer.child(pointer, place < 0 ? i : place), "", expected.get(i), item, owners.item(item));
        }
        for (int i = 0; i < now.size(); i++) {
            if (!old.contains(now.get(i))) {
                compare(YamlPointer.child(pointer, i), "", ABSENT, actual.get(i), owners.item(actual.get(i)));
            }
        }
        if (paths.size() == before && keys.ordered()) {
            paths.add(path(pointer, Change.MOVED, expected, actual, owners));
        }
    }

    private void add(String pointer, @Nullable Object expected, @Nullable Object actual, FieldOwners owners) {
        Change change = expected == ABSENT ? Change.ADDED : actual == ABSENT ? Change.REMOVED : Change.CHANGED;
        paths.add(path(pointer, change, expected, actual, change == Change.REMOVED ? FieldOwners.UNKNOWN : owners));
    }

    private PathDrift path(
            String pointer, Change change, @Nullable Object expected, @Nullable Object actual, FieldOwners owners) {
        Optional<FieldOwners.Owner> owner = owners.latest();
        return PathDrift.builder()
                .document(document)
                .path(pointer)
                .change(change)
                .expected(TokenTree.json(TokenTree.plain(expected)))
                .actual(TokenTree.json(TokenTree.plain(actual)))
                .manager(owner.map(FieldOwners.Owner::manager))
                .operation(owner.flatMap(FieldOwners.Owner::operation))
                .changedAt(owner.flatMap(FieldOwners.Owner::time))
                .build();
    }
}

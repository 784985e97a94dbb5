package io.stackprofile.core.internal.diff;

import io.stackprofile.core.internal.tree.ListKeys;
import io.stackprofile.core.internal.tree.PlainToken;
import io.stackprofile.core.internal.tree.TokenTree;
import io.stackprofile.core.internal.tree.TreeJson;
import io.stackprofile.diff.Change;
import io.stackprofile.diff.ValueChange;
import io.stackprofile.diff.Verdict;
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
 * Compares two plain trees by path. Items of lists are matched by {@link ListKeys}, and a list whose shared items stand
 * in another order has moved; lists without keys are compared by position, from both ends.
 *
 * <p>From the older tree and the changes follows the newer one: nothing is left out.
 */
final class TreeComparison {

    private static final Verdict ORDER =
            Verdict.cosmetic("list-order", "The items stand in another order, which means nothing here.");
    private static final Verdict ORDER_MATTERS =
            Verdict.compatible("list-order-matters", "The items stand in another order, which may mean something.");

    private static final Verdict QUOTES = Verdict.compatible(
            "placeholder-quotes", "Within quotes a parameter's value becomes text; without them it keeps its type.");

    private final int document;
    private final EmbeddedDocuments embedded;
    private final List<ValueChange> changes = new ArrayList<>();

    private TreeComparison(int document, EmbeddedDocuments embedded) {
        this.document = document;
        this.embedded = embedded;
    }

    /** Where something stands: in the newer tree, in the older one, and under which field. */
    private record At(String path, String old, String field) {

        static final At ROOT = new At("", "", "");

        At field(String name) {
            String now = YamlPointer.child(path, name);
            return new At(now, old.equals(path) ? now : YamlPointer.child(old, name), name);
        }

        At item(int oldIndex, int newIndex) {
            String now = YamlPointer.child(path, newIndex);
            boolean same = oldIndex == newIndex && old.equals(path);
            return new At(now, same ? now : YamlPointer.child(old, oldIndex), field);
        }
    }

    /**
     * What differs, in the newer tree's order, what was removed after that.
     *
     * @param document which document of its member the newer tree is, from 0
     * @param embedded looks into texts that hold a document
     */
    static List<ValueChange> changes(
            int document, @Nullable Object before, @Nullable Object after, EmbeddedDocuments embedded) {
        TreeComparison comparison = new TreeComparison(document, embedded);
        comparison.compare(At.ROOT, before, after);
        return comparison.changes;
    }

    /** What differs in two parts of a member's texts, by paths in their documents. */
    static List<ValueChange> changes(DocumentPart before, DocumentPart after, EmbeddedDocuments embedded) {
        TreeComparison comparison = new TreeComparison(after.index(), embedded);
        comparison.compare(new At(after.pointer(), before.pointer(), ""), before.tree(), after.tree());
        return comparison.changes;
    }

    private void compare(At at, @Nullable Object before, @Nullable Object after) {
        if (before instanceof Map<?, ?> old && after instanceof Map<?, ?> now) {
            compareMaps(at, old, now);
        } else if (before instanceof List<?> old && after instanceof List<?> now) {
            compareLists(at, old, now);
        } else if (!Objects.equals(before, after)) {
            changed(at, before, after);
        }
    }

    private void compareMaps(At at, Map<?, ?> before, Map<?, ?> after) {
        after.forEach((key, value) -> {
            if (before.containsKey(key)) {
                compare(at.field((String) key), before.get(key), value);
            } else {
                added(YamlPointer.child(at.path(), (String) key), value);
            }
        });
        before.forEach((key, value) -> {
            if (!after.containsKey(key)) {
                removed(YamlPointer.child(at.old(), (String) key), value);
            }
        });
    }

    private void compareLists(At at, List<?> before, List<?> after) {
        ListKeys.of(at.field(), List.of(before, after))
                .ifPresentOrElse(
                        keys -> compareByKey(at, before, after, keys), () -> compareByPosition(at, before, after));
    }

    private void compareByKey(At at, List<?> before, List<?> after, ListKeys.Matched keys) {
        List<String> old = keys.keys().get(0);
        List<String> now = keys.keys().get(1);
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < before.size(); i++) {
            places.put(old.get(i), i);
        }
        moved(at, shared(old, now), shared(now, old), keys.ordered());
        for (int i = 0; i < after.size(); i++) {
            Integer place = places.get(now.get(i));
            if (place == null) {
                added(YamlPointer.child(at.path(), i), after.get(i));
            } else {
                compare(at.item(place, i), before.get(place), after.get(i));
            }
        }
        Set<String> kept = new HashSet<>(now);
        for (int i = 0; i < before.size(); i++) {
            if (!kept.contains(old.get(i))) {
                removed(YamlPointer.child(at.old(), i), before.get(i));
            }
        }
    }

    private void moved(At at, List<String> before, List<String> after, boolean ordered) {
        if (!before.equals(after)) {
            changes.add(at(Change.MOVED, at)
                    .before(TreeJson.of(before))
                    .after(TreeJson.of(after))
                    .verdict(ordered ? ORDER_MATTERS : ORDER)
                    .build());
        }
    }

    private static List<String> shared(List<String> keys, List<String> others) {
        return keys.stream().filter(new HashSet<>(others)::contains).toList();
    }

    private void compareByPosition(At at, List<?> before, List<?> after) {
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
            compare(at.item(i, i), before.get(i), after.get(i));
        }
        for (int i = shorter - tail; i < after.size() - tail; i++) {
            added(YamlPointer.child(at.path(), i), after.get(i));
        }
        for (int i = shorter - tail; i < before.size() - tail; i++) {
            removed(YamlPointer.child(at.old(), i), before.get(i));
        }
    }

    private void changed(At at, @Nullable Object before, @Nullable Object after) {
        String old = json(before);
        String now = json(after);
        // A number may be written as a whole one or not, and be the same in JSON.
        if (!old.equals(now)) {
            ValueChange.Builder change = at(Change.CHANGED, at);
            change.before(old).after(now);
            if (before instanceof String text && after instanceof String other) {
                embedded.compare(at.field(), text, other, change);
            }
            changes.add(change.build());
        } else if (takesType(before) != takesType(after)) {
            changes.add(at(Change.CHANGED, at)
                    .before(old)
                    .after(now)
                    .verdict(QUOTES)
                    .build());
        }
    }

    private static boolean takesType(@Nullable Object value) {
        return value instanceof PlainToken token
                && token.text().indexOf("}}") == token.text().length() - 2;
    }

    /** Placeholders as text, with or without quotes: what is shown is JSON. */
    private static String json(@Nullable Object tree) {
        return TreeJson.of(TokenTree.plain(tree));
    }

    private void added(String path, @Nullable Object tree) {
        changes.add(whole(Change.ADDED, document, path, tree).build());
    }

    private void removed(String path, @Nullable Object tree) {
        changes.add(whole(Change.REMOVED, document, path, tree).build());
    }

    /** Something that only one side has. */
    static ValueChange.Builder whole(Change change, int document, String path, @Nullable Object tree) {
        ValueChange.Builder builder = ValueChange.builder();
        builder.change(change).document(document).path(path);
        return change == Change.ADDED ? builder.after(json(tree)) : builder.before(json(tree));
    }

    private ValueChange.Builder at(Change change, At at) {
        ValueChange.Builder builder = ValueChange.builder();
        return builder.change(change)
                .document(document)
                .path(at.path())
                .beforePath(at.old().equals(at.path()) ? Optional.empty() : Optional.of(at.old()));
    }
}

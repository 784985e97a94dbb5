package io.stackprofile.core.internal.diff;

import io.stackprofile.core.internal.graph.ObjectKey;
import io.stackprofile.core.internal.tree.TableFile;
import io.stackprofile.diff.Change;
import io.stackprofile.diff.ValueChange;
import io.stackprofile.diff.Verdict;
import io.stackprofile.yaml.YamlPointer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fields that Kubernetes does not change in place, from the table {@code immutable-fields.tsv}. */
final class ImmutableFields {

    private static final Map<String, List<ImmutableFields>> TABLE = table();
    private static final String ANY = "*";

    private final List<String> path;
    private final List<String> except;
    private final String condition;
    private final Verdict verdict;

    private ImmutableFields(List<String> path, List<String> except, String condition, String reason) {
        this.path = path;
        this.except = except;
        this.condition = condition;
        this.verdict = Verdict.breaking("immutable-field", reason);
    }

    /** What the table says of a change within an object. */
    static Optional<Verdict> verdict(DocumentPart before, DocumentPart after, ValueChange change) {
        String pointer = change.change() == Change.REMOVED ? before.pointer() : after.pointer();
        List<String> path = YamlPointer.tokens(change.path());
        List<String> at = path.subList(YamlPointer.tokens(pointer).size(), path.size());
        return before
                .object()
                .map(object -> TABLE.getOrDefault(ObjectKey.qualified(object.group(), object.kind()), List.of()))
                .orElse(List.of())
                .stream()
                .filter(row -> change.change() != Change.MOVED)
                .filter(row -> row.reaches(at, before.tree(), after.tree()) && row.holds(at, before.tree(), change))
                .map(row -> row.verdict)
                .findFirst();
    }

    /** Whether what changed at {@code at} is the field, within it, or a part of the object that has it. */
    private boolean reaches(List<String> at, @Nullable Object before, @Nullable Object after) {
        int shared = Math.min(at.size(), path.size());
        for (int i = 0; i < shared; i++) {
            if (!path.get(i).equals(ANY) && !path.get(i).equals(at.get(i))) {
                return false;
            }
        }
        if (at.size() < path.size()) {
            return has(before, path) || has(after, path);
        }
        return at.size() == path.size() || !except.contains(at.get(path.size()));
    }

    private static boolean has(@Nullable Object tree, List<String> path) {
        Object at = tree;
        for (String name : path) {
            if (name.equals(ANY)) {
                return at instanceof List<?> items && !items.isEmpty();
            }
            if (at instanceof List<?> items) {
                return name.equals("0") && !items.isEmpty();
            }
            if (!(at instanceof Map<?, ?> map) || !map.containsKey(name)) {
                return false;
            }
            at = map.get(name);
        }
        return true;
    }

    private boolean holds(List<String> at, @Nullable Object before, ValueChange change) {
        return switch (condition) {
            case "-" -> true;
            case "immutable=true" -> before instanceof Map<?, ?> object && Boolean.TRUE.equals(object.get("immutable"));
            case "removed" -> change.change() == Change.REMOVED && at.size() <= path.size();
            case "less" -> Quantity.less(change.after(), change.before());
            default -> change.after().equals(Optional.of(condition.substring("after=".length())));
        };
    }

    private static Map<String, List<ImmutableFields>> table() {
        Map<String, List<ImmutableFields>> table = new HashMap<>();
        for (List<String> row : TableFile.rows(ImmutableFields.class, "immutable-fields.tsv", 6)) {
            String group = row.get(0).equals("-") ? "" : row.get(0);
            table.computeIfAbsent(ObjectKey.qualified(group, row.get(1)), kind -> new ArrayList<>())
                    .add(new ImmutableFields(
                            YamlPointer.tokens(row.get(2)),
                            Arrays.asList(row.get(3).split(",")),
                            row.get(4),
                            row.get(5)));
        }
        return table;
    }
}

package io.stackprofile.core.internal.diff;

import io.stackprofile.core.internal.tree.TreeJson;
import io.stackprofile.diff.Change;
import io.stackprofile.diff.ValueChange;
import io.stackprofile.diff.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Compares two flat lists of fields. */
final class FieldComparison {

    private FieldComparison() {}

    /** What differs, by field name, in the newer's order, what was removed after that; {@code verdict} judges each. */
    static List<ValueChange> changes(
            Map<String, ?> before, Map<String, ?> after, Function<ValueChange, Verdict> verdict) {
        Set<String> names = new LinkedHashSet<>(after.keySet());
        names.addAll(before.keySet());
        List<ValueChange> changes = new ArrayList<>();
        for (String name : names) {
            json(before, name, after)
                    .map(change -> change.withVerdict(verdict.apply(change)))
                    .ifPresent(changes::add);
        }
        return changes;
    }

    private static Optional<ValueChange> json(Map<String, ?> before, String name, Map<String, ?> after) {
        Optional<String> old = Optional.ofNullable(before.get(name)).map(TreeJson::of);
        Optional<String> now = Optional.ofNullable(after.get(name)).map(TreeJson::of);
        if (old.equals(now)) {
            return Optional.empty();
        }
        Change change = old.isEmpty() ? Change.ADDED : now.isEmpty() ? Change.REMOVED : Change.CHANGED;
        return Optional.of(ValueChange.builder()
                .change(change)
                .path(name)
                .before(old)
                .after(now)
                .build());
    }
}

package io.stackprofile.test.kubernetes;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What differs between two objects of one schema, by place. */
final class Comparison {

    private final TreeSet<FieldPath> added = new TreeSet<>();
    private final TreeSet<FieldPath> modified = new TreeSet<>();
    private final TreeSet<FieldPath> removed = new TreeSet<>();

    private Comparison() {}

    static Comparison between(JsonNode before, JsonNode after, Schema schema) {
        Comparison comparison = new Comparison();
        comparison.walk(before, after, schema, FieldPath.ROOT);
        return comparison;
    }

    FieldSet written() {
        return FieldSet.of(added).union(FieldSet.of(modified));
    }

    FieldSet removed() {
        return FieldSet.of(removed);
    }

    boolean same() {
        return added.isEmpty() && modified.isEmpty() && removed.isEmpty();
    }

    private void walk(@Nullable JsonNode before, @Nullable JsonNode after, Schema schema, FieldPath path) {
        JsonNode some = after != null ? after : before;
        if (some == null) {
            return;
        }
        boolean whole = schema.whole(some) || (before != null && schema.whole(before));
        if (!path.elements().isEmpty()) {
            mark(before, after, whole, path);
        }
        if (whole) {
            return;
        }
        if (some.isArray()) {
            Map<String, JsonNode> left = Merging.byElement(before, schema);
            Map<String, JsonNode> right = Merging.byElement(after, schema);
            for (String element : both(left.keySet(), right.keySet())) {
                walk(left.get(element), right.get(element), schema.element(), path.then(element));
            }
        } else {
            walkFields(before, after, schema, path);
        }
    }

    private void walkFields(@Nullable JsonNode before, @Nullable JsonNode after, Schema schema, FieldPath path) {
        Set<String> names = new LinkedHashSet<>();
        for (JsonNode side : new @Nullable JsonNode[] {before, after}) {
            if (side != null) {
                side.properties().forEach(field -> names.add(field.getKey()));
            }
        }
        for (String name : names) {
            walk(Json.at(before, name), Json.at(after, name), schema.below(name), path.field(name));
        }
    }

    private void mark(@Nullable JsonNode before, @Nullable JsonNode after, boolean whole, FieldPath path) {
        if (before == null) {
            added.add(path);
        } else if (after == null) {
            removed.add(path);
        } else if (whole && !before.equals(after)) {
            modified.add(path);
        }
    }

    private static Set<String> both(Set<String> left, Set<String> right) {
        Set<String> all = new LinkedHashSet<>(left);
        all.addAll(right);
        return all;
    }
}

package io.stackprofile.test.kubernetes;

import java.util.Collection;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A set of places in an object, as field managers own them. Immutable. */
final class FieldSet {

    static final FieldSet EMPTY = new FieldSet(new TreeSet<>());

    private final NavigableSet<FieldPath> paths;

    private FieldSet(NavigableSet<FieldPath> paths) {
        this.paths = paths;
    }

    static FieldSet of(Collection<FieldPath> paths) {
        return new FieldSet(new TreeSet<>(paths));
    }

    /** Everything a value says, as the owner of all of it would own it. */
    static FieldSet of(JsonNode value, Schema schema) {
        TreeSet<FieldPath> paths = new TreeSet<>();
        collect(value, schema, FieldPath.ROOT, paths);
        return new FieldSet(paths);
    }

    private static void collect(JsonNode value, Schema schema, FieldPath path, NavigableSet<FieldPath> paths) {
        if (schema.whole(value)) {
            paths.add(path);
        } else if (value.isArray()) {
            for (JsonNode item : value.values()) {
                String element = FieldPath.item(item, schema);
                if (element != null) {
                    paths.add(path.then(element));
                    collect(item, schema.element(), path.then(element), paths);
                }
            }
        } else {
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                FieldPath below = path.field(field.getKey());
                collect(field.getValue(), schema.below(field.getKey()), below, paths);
                if ((field.getValue().isObject() && field.getValue().isEmpty()) || !schema.declares(field.getKey())) {
                    paths.add(below);
                }
            }
        }
    }

    static FieldSet fromFieldsV1(JsonNode fields) {
        TreeSet<FieldPath> paths = new TreeSet<>();
        read(fields, FieldPath.ROOT, paths);
        return new FieldSet(paths);
    }

    private static void read(JsonNode fields, FieldPath path, NavigableSet<FieldPath> paths) {
        for (Map.Entry<String, JsonNode> field : fields.properties()) {
            if (field.getKey().equals(".")) {
                paths.add(path);
            } else if (field.getValue().isEmpty()) {
                paths.add(path.then(field.getKey()));
            } else {
                read(field.getValue(), path.then(field.getKey()), paths);
            }
        }
    }

    ObjectNode toFieldsV1() {
        ObjectNode root = Json.object();
        FieldPath previous = null;
        for (FieldPath path : paths) {
            if (previous != null && path.startsWith(previous)) {
                Json.child(root, previous.elements().toArray(String[]::new)).putObject(".");
            }
            Json.child(root, path.elements().toArray(String[]::new));
            previous = path;
        }
        return root;
    }

    FieldSet union(FieldSet other) {
        TreeSet<FieldPath> all = new TreeSet<>(paths);
        all.addAll(other.paths);
        return new FieldSet(all);
    }

    FieldSet minus(FieldSet other) {
        return where(path -> !other.paths.contains(path));
    }

    FieldSet and(FieldSet other) {
        return where(other.paths::contains);
    }

    FieldSet where(Predicate<FieldPath> condition) {
        TreeSet<FieldPath> some = new TreeSet<>();
        paths.stream().filter(condition).forEach(some::add);
        return new FieldSet(some);
    }

    /** With the declared fields on the way to each place, so that a struct stays while something in it is owned. */
    FieldSet withFieldsAbove(Schema root) {
        TreeSet<FieldPath> all = new TreeSet<>(paths);
        for (FieldPath path : paths) {
            Schema schema = root;
            for (int i = 0; i < path.elements().size() - 1; i++) {
                String element = path.elements().get(i);
                boolean field = element.startsWith("f:");
                if (field && schema.declares(element.substring(2))) {
                    all.add(new FieldPath(path.elements().subList(0, i + 1)));
                }
                schema = field ? schema.below(element.substring(2)) : schema.element();
            }
        }
        return new FieldSet(all);
    }

    boolean contains(FieldPath path) {
        return paths.contains(path);
    }

    boolean isEmpty() {
        return paths.isEmpty();
    }

    Collection<FieldPath> paths() {
        return paths;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FieldSet set && set.paths.equals(paths);
    }

    @Override
    public int hashCode() {
        return paths.hashCode();
    }

    @Override
    public String toString() {
        return paths.toString();
    }
}

package io.stackprofile.core.internal.tree;

import io.stackprofile.parameter.BindingMigration;
import io.stackprofile.parameter.MigrationStep;
import io.stackprofile.parameter.MigrationStep.EarlierDefault;
import io.stackprofile.parameter.MigrationStep.MapValues;
import io.stackprofile.parameter.MigrationStep.Merge;
import io.stackprofile.parameter.MigrationStep.Rename;
import io.stackprofile.parameter.MigrationStep.Retype;
import io.stackprofile.parameter.MigrationStep.Split;
import io.stackprofile.parameter.ParameterValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A step of a migration as a tree: a mapping with one field, which says what kind of step it is. */
public final class MigrationTree {

    private static final List<String> KINDS = List.of("rename", "retype", "map", "split", "merge", "earlierDefault");

    private MigrationTree() {}

    /**
     * The step's fields.
     *
     * @param value how a value is written
     */
    public static Map<String, Object> of(MigrationStep step, Function<ParameterValue, Object> value) {
        if (step instanceof Rename rename) {
            return tree("rename", new Entries().put("from", rename.from()).put("to", rename.to()));
        }
        if (step instanceof Retype retype) {
            return tree("retype", new Entries().put("from", retype.from()).put("to", retype.to()));
        }
        if (step instanceof MapValues mapping) {
            return tree("map", mapping(mapping, value));
        }
        if (step instanceof Split split) {
            return tree(
                    "split",
                    new Entries()
                            .put("from", split.from())
                            .put("to", split.to())
                            .put("pattern", split.pattern()));
        }
        if (step instanceof Merge merge) {
            return tree("merge", new Entries().put("template", merge.template()).put("to", merge.to()));
        }
        EarlierDefault earlier = (EarlierDefault) step;
        return tree("earlierDefault", new Entries().put("to", earlier.to()).put("value", value.apply(earlier.value())));
    }

    /** Reads the list in {@code field}; empty when missing; values in either form of {@link ValueTree}. */
    public static BindingMigration readAll(Fields fields, String field) {
        return BindingMigration.builder()
                .addAllSteps(fields.list(field, MigrationTree::read))
                .build();
    }

    private static MigrationStep read(@Nullable Object tree, String path) {
        Fields kinds = Fields.of(tree, path, KINDS);
        List<String> given = KINDS.stream().filter(kinds::has).toList();
        if (given.size() != 1) {
            throw new Misfit(
                    path,
                    "a step is one of " + String.join(", ", KINDS),
                    given.isEmpty() ? "Add one of these." : "Keep one of these, and write another step for the rest.");
        }
        String kind = given.get(0);
        return kinds.value(kind, (step, at) -> read(kind, step, at));
    }

    private static MigrationStep read(String kind, @Nullable Object tree, String path) {
        return switch (kind) {
            case "rename" -> pair(tree, path, Rename::new);
            case "retype" -> pair(tree, path, Retype::new);
            case "map" -> mapping(Fields.of(tree, path, List.of("from", "to", "values")));
            case "split" -> split(Fields.of(tree, path, List.of("from", "to", "pattern")));
            case "merge" -> {
                Fields fields = Fields.of(tree, path, List.of("template", "to"));
                String template = fields.text("template");
                String to = fields.text("to");
                yield fields.build(() -> new Merge(template, to));
            }
            default -> {
                Fields fields = Fields.of(tree, path, List.of("to", "value"));
                String to = fields.text("to");
                ParameterValue value = fields.value("value", ValueTree::read);
                yield fields.build(() -> new EarlierDefault(to, value));
            }
        };
    }

    private interface Pair {
        MigrationStep of(String from, String to);
    }

    private static MigrationStep pair(@Nullable Object tree, String path, Pair step) {
        Fields fields = Fields.of(tree, path, List.of("from", "to"));
        String from = fields.text("from");
        String to = fields.text("to");
        return fields.build(() -> step.of(from, to));
    }

    private static MigrationStep mapping(Fields fields) {
        String from = fields.text("from");
        String to = fields.text("to");
        Map<String, ParameterValue> values = fields.entries("values", ValueTree::read);
        return fields.build(() -> new MapValues(from, to, values));
    }

    private static MigrationStep split(Fields fields) {
        String from = fields.text("from");
        List<String> to = fields.texts("to");
        String pattern = fields.text("pattern");
        return fields.build(() -> new Split(from, to, pattern));
    }

    private static Entries mapping(MapValues mapping, Function<ParameterValue, Object> value) {
        Map<String, Object> values = new LinkedHashMap<>();
        mapping.values().forEach((old, now) -> values.put(old, value.apply(now)));
        return new Entries().put("from", mapping.from()).put("to", mapping.to()).put("values", values);
    }

    private static Map<String, Object> tree(String kind, Entries fields) {
        return new Entries().put(kind, fields.map()).map();
    }
}

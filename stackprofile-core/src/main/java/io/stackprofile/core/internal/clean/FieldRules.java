package io.stackprofile.core.internal.clean;

import io.stackprofile.core.internal.clean.FieldRule.How;
import io.stackprofile.core.internal.graph.Kinds;
import io.stackprofile.core.internal.tree.TableFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The rules of the tables for one kind, found by the last key of their paths. Immutable. */
final class FieldRules {

    private static final String EVERY_KIND = "*";
    private static final String PODS = "@pod";

    private static final Map<String, String> POD_PATHS = podPaths();
    private static final List<Row> ROWS = rows();
    private static final Map<String, FieldRules> BY_KIND = byKind();
    private static final FieldRules OTHERS = of(EVERY_KIND);
    private static final FieldRules UNTOUCHED = of("", "instance-mark");

    private final Map<String, List<FieldRule>> byKey = new HashMap<>();
    private final List<FieldRule> byAnyKey = new ArrayList<>();

    private FieldRules() {}

    /** A row of a table, before it is read for a kind. */
    private record Row(
            String id, String how, List<String> kinds, String path, String condition, String value, String reason) {}

    /** The rules for {@code kind}, with its group after a dot unless that is the core group. */
    static FieldRules forKind(String kind) {
        return BY_KIND.getOrDefault(kind, OTHERS);
    }

    /** The rules for an object that no server has touched. */
    static FieldRules untouched() {
        return UNTOUCHED;
    }

    /** Every rule's id with its reason, in the order of the tables. */
    static Map<String, String> reasons() {
        Map<String, String> reasons = new LinkedHashMap<>();
        ROWS.forEach(row -> reasons.putIfAbsent(row.id, row.reason));
        return reasons;
    }

    /** The first rule for what stands at {@code place} that works in one of these ways. */
    Optional<FieldRule> find(Place place, Predicate<How> how) {
        return find(byKey.getOrDefault(place.step(), List.of()), place, how).or(() -> find(byAnyKey, place, how));
    }

    private static Optional<FieldRule> find(List<FieldRule> rules, Place place, Predicate<How> how) {
        for (FieldRule rule : rules) {
            if (how.test(rule.how()) && rule.matches(place)) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }

    private static FieldRules of(String kind) {
        return of(kind, "");
    }

    private static FieldRules of(String kind, String only) {
        FieldRules rules = new FieldRules();
        String pod = POD_PATHS.get(kind);
        for (Row row : ROWS) {
            if (!only.isEmpty() && !row.id.equals(only)) {
                continue;
            }
            if (row.kinds.contains(kind) || row.kinds.contains(EVERY_KIND)) {
                rules.add(row, "");
            } else if (pod != null && row.kinds.contains(PODS)) {
                rules.add(row, pod);
            }
        }
        return rules;
    }

    private void add(Row row, String prefix) {
        FieldRule rule = new FieldRule(
                row.id,
                how(row.how),
                PathPattern.parse(prefix + row.path),
                Condition.parse(row.condition),
                row.value.equals("*") ? null : LiveTree.json(row.value),
                row.value.equals("*"),
                row.reason);
        List<String> keys = rule.path().lastKeys();
        if (keys.isEmpty()) {
            byAnyKey.add(rule);
        }
        keys.forEach(key -> byKey.computeIfAbsent(key, any -> new ArrayList<>()).add(rule));
    }

    private static How how(String text) {
        return text.equals("default")
                ? How.SURE
                : How.valueOf(text.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    private static Map<String, FieldRules> byKind() {
        Map<String, FieldRules> all = new HashMap<>();
        POD_PATHS.keySet().forEach(kind -> all.put(kind, of(kind)));
        for (Row row : ROWS) {
            row.kinds.stream()
                    .filter(kind -> !kind.equals(EVERY_KIND) && !kind.equals(PODS))
                    .forEach(kind -> all.computeIfAbsent(kind, FieldRules::of));
        }
        return all;
    }

    private static List<Row> rows() {
        Map<String, String> reasons = new HashMap<>();
        TableFile.rows(FieldRules.class, "default-reasons.tsv", 2).forEach(row -> reasons.put(row.get(0), row.get(1)));
        List<Row> rows = new ArrayList<>();
        for (List<String> row : TableFile.rows(FieldRules.class, "server-fields.tsv", 6)) {
            rows.add(new Row(row.get(0), row.get(1), kinds(row.get(2)), row.get(3), row.get(4), "*", row.get(5)));
        }
        for (List<String> row : TableFile.rows(FieldRules.class, "defaults.tsv", 6)) {
            String reason = Optional.ofNullable(reasons.get(row.get(0)))
                    .orElseThrow(() -> new IllegalStateException("no reason for the rule " + row.get(0)));
            rows.add(new Row(row.get(0), row.get(1), kinds(row.get(2)), row.get(3), row.get(4), row.get(5), reason));
        }
        return rows;
    }

    private static List<String> kinds(String cell) {
        return Arrays.asList(cell.split("\\|", -1));
    }

    private static Map<String, String> podPaths() {
        Map<String, String> paths = new HashMap<>();
        TableFile.rows(Kinds.class, "pod-templates.tsv", 2).forEach(row -> paths.put(row.get(0), row.get(1)));
        return paths;
    }
}

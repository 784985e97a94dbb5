package io.stackprofile.core.internal.graph;

import io.stackprofile.core.internal.tree.TableFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of {@code references.tsv} by kind, and where each kind holds a pod's specification. */
final class ReferenceTable {

    private static final String POD = "pod";
    private static final Map<String, List<ReferenceRow>> ROWS = rows();
    private static final Map<String, List<List<String>>> PODS = pods();

    private ReferenceTable() {}

    /** The rows of a kind, below an object's root. */
    static List<ReferenceRow> of(ObjectKey key) {
        return ROWS.getOrDefault(ObjectKey.qualified(key.group(), key.kind()), List.of());
    }

    /** The rows of every pod, below its specification. */
    static List<ReferenceRow> ofPods() {
        return ROWS.getOrDefault(POD, List.of());
    }

    /** Where a kind holds a pod's specification; empty when it holds none. */
    static List<List<String>> podPath(ObjectKey key) {
        return PODS.getOrDefault(ObjectKey.qualified(key.group(), key.kind()), List.of());
    }

    private static Map<String, List<ReferenceRow>> rows() {
        Map<String, List<ReferenceRow>> rows = new HashMap<>();
        for (List<String> columns : TableFile.rows(ReferenceTable.class, "references.tsv", 6)) {
            String of = columns.get(0);
            int dot = of.indexOf('.');
            String group = dot < 0 ? "" : of.substring(dot);
            String kinds = dot < 0 ? of : of.substring(0, dot);
            ReferenceRow row = ReferenceRow.of(columns);
            for (String kind : kinds.split("\\|", -1)) {
                rows.computeIfAbsent(kind + group, each -> new ArrayList<>()).add(row);
            }
        }
        return rows;
    }

    private static Map<String, List<List<String>>> pods() {
        Map<String, List<List<String>>> pods = new HashMap<>();
        TableFile.rows(ReferenceTable.class, "pod-templates.tsv", 2)
                .forEach(columns -> pods.put(columns.get(0), ReferenceRow.path(columns.get(1))));
        return pods;
    }
}

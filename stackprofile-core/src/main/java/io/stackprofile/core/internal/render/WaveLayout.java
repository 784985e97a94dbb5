package io.stackprofile.core.internal.render;

import io.stackprofile.diff.GraphNode;
import io.stackprofile.stack.MemberRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Places a graph's members in columns: each stands in the column after the last of its parents. Members of a cycle, which
 * a draft may have, stand in a column of their own; parents that are no members are left out.
 */
final class WaveLayout {

    private final Map<MemberRef, List<MemberRef>> parents = new LinkedHashMap<>();
    private final Map<MemberRef, Integer> columns = new HashMap<>();
    private final Map<MemberRef, Integer> rows = new HashMap<>();
    private final List<List<MemberRef>> waves = new ArrayList<>();

    WaveLayout(List<GraphNode> nodes) {
        nodes.forEach(node -> parents.put(node.ref(), node.parents()));
        parents.replaceAll((ref, refs) ->
                refs.stream().filter(parents::containsKey).distinct().toList());
        assignColumns();
        parents.keySet().forEach(ref -> {
            int column = columns.getOrDefault(ref, 0);
            while (waves.size() <= column) {
                waves.add(new ArrayList<>());
            }
            waves.get(column).add(ref);
        });
        waves.removeIf(List::isEmpty);
        waves.forEach(this::assignRows);
    }

    List<List<MemberRef>> waves() {
        return waves;
    }

    List<MemberRef> parents(MemberRef ref) {
        return parents.getOrDefault(ref, List.of());
    }

    private void assignColumns() {
        Map<MemberRef, List<MemberRef>> children = new HashMap<>();
        Map<MemberRef, Integer> waiting = new LinkedHashMap<>();
        Deque<MemberRef> ready = new ArrayDeque<>();
        parents.forEach((ref, refs) -> {
            refs.forEach(parent ->
                    children.computeIfAbsent(parent, key -> new ArrayList<>()).add(ref));
            waiting.put(ref, refs.size());
        });
        waiting.keySet().stream().filter(ref -> parents(ref).isEmpty()).forEach(ready::add);
        int last = 0;
        while (!ready.isEmpty()) {
            MemberRef ref = ready.remove();
            int column = columns.computeIfAbsent(ref, first -> 0);
            last = Math.max(last, column);
            for (MemberRef child : children.getOrDefault(ref, List.of())) {
                columns.merge(child, column + 1, Math::max);
                if (waiting.merge(child, -1, Integer::sum) == 0) {
                    ready.add(child);
                }
            }
        }
        int cyclic = last + 1;
        waiting.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .forEach(entry -> columns.put(entry.getKey(), cyclic));
    }

    /** Members stand near their parents, so that fewer edges cross. */
    private void assignRows(List<MemberRef> wave) {
        Map<MemberRef, Double> middles = new HashMap<>();
        for (MemberRef ref : wave) {
            middles.put(
                    ref,
                    parents(ref).stream()
                            .mapToInt(parent -> rows.getOrDefault(parent, 0))
                            .average()
                            .orElse(0));
        }
        wave.sort(Comparator.comparingDouble(ref -> middles.getOrDefault(ref, 0.0)));
        for (int i = 0; i < wave.size(); i++) {
            rows.put(wave.get(i), i);
        }
    }
}

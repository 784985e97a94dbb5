package io.stackprofile.core.internal.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** Groups nodes that reach each other (Kosaraju), without recursion, in linear time. */
final class Components {

    private final List<List<Integer>> edges;
    private final List<Integer> finished = new ArrayList<>();
    private final int[] component;
    private int count;

    private Components(List<List<Integer>> edges) {
        this.edges = edges;
        this.component = new int[edges.size()];
        Arrays.fill(component, -1);
    }

    /** A number for each node, the same for those that reach each other. */
    static int[] of(List<List<Integer>> edges) {
        Components components = new Components(reversed(edges));
        components.finish();
        components.assign(edges);
        return components.component;
    }

    /** Nodes in the order in which a walk along {@code edges} leaves them. */
    static List<Integer> postOrder(List<List<Integer>> edges) {
        Components walk = new Components(edges);
        walk.finish();
        return walk.finished;
    }

    private void finish() {
        boolean[] seen = new boolean[edges.size()];
        int[] next = new int[edges.size()];
        Deque<Integer> path = new ArrayDeque<>();
        for (int start = 0; start < edges.size(); start++) {
            if (!seen[start]) {
                seen[start] = true;
                path.push(start);
            }
            while (!path.isEmpty()) {
                int at = path.getFirst();
                if (next[at] == edges.get(at).size()) {
                    finished.add(path.pop());
                    continue;
                }
                int to = edges.get(at).get(next[at]++);
                if (!seen[to]) {
                    seen[to] = true;
                    path.push(to);
                }
            }
        }
    }

    private void assign(List<List<Integer>> forward) {
        for (int i = finished.size() - 1; i >= 0; i--) {
            if (component[finished.get(i)] < 0) {
                fill(finished.get(i), forward);
                count++;
            }
        }
    }

    private void fill(int start, List<List<Integer>> forward) {
        Deque<Integer> open = new ArrayDeque<>(List.of(start));
        component[start] = count;
        while (!open.isEmpty()) {
            for (int to : forward.get(open.pop())) {
                if (component[to] < 0) {
                    component[to] = count;
                    open.push(to);
                }
            }
        }
    }

    private static List<List<Integer>> reversed(List<List<Integer>> edges) {
        List<List<Integer>> reversed = new ArrayList<>();
        edges.forEach(node -> reversed.add(new ArrayList<>()));
        for (int from = 0; from < edges.size(); from++) {
            for (int to : edges.get(from)) {
                reversed.get(to).add(from);
            }
        }
        return reversed;
    }
}

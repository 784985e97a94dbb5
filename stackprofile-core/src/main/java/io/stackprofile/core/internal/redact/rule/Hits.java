package io.stackprofile.core.internal.redact.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keeps hits of one text apart: the first to claim a span has it. */
public final class Hits {

    private Hits() {}

    public static void addFree(List<Hit> taken, List<Hit> more) {
        if (more.isEmpty()) {
            return;
        }
        TreeMap<Integer, Integer> spans = new TreeMap<>();
        taken.forEach(hit -> spans.put(hit.from(), hit.to()));
        for (Hit hit : more) {
            Map.Entry<Integer, Integer> before = spans.lowerEntry(hit.to());
            if (before == null || before.getValue() <= hit.from()) {
                spans.put(hit.from(), hit.to());
                taken.add(hit);
            }
        }
    }

    public static List<Hit> sorted(List<Hit> hits) {
        List<Hit> sorted = new ArrayList<>(hits);
        sorted.sort(Comparator.comparingInt(Hit::from));
        return sorted;
    }
}

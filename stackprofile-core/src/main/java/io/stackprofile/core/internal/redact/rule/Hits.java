package io.stackprofile.core.internal.redact.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Keeps hits of one text apart: the first to claim a span has it. */
public final class Hits {

    private Hits() {}

    public static void addFree(List<Hit> taken, List<Hit> more) {
        for (Hit hit : more) {
            if (taken.stream().noneMatch(hit::overlaps)) {
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

package io.stackprofile.samples.store;

import java.util.HashMap;
import java.util.Map;

/** How many records refer to a content. */
final class References {

    private final Map<Key, Integer> counts = new HashMap<>();

    void add(Row row) {
        count(row, 1);
    }

    void drop(Row row) {
        count(row, -1);
    }

    boolean has(Key content) {
        return counts.containsKey(content);
    }

    private void count(Row row, int change) {
        for (String digest : row.contents()) {
            counts.merge(
                    Key.of(Kind.CONTENT, row.contentOwner(), digest),
                    change,
                    (before, by) -> before + by == 0 ? null : before + by);
        }
    }
}

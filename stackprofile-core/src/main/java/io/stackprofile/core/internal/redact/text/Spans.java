package io.stackprofile.core.internal.redact.text;

import io.stackprofile.core.internal.redact.value.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;

/** Spans of one text that do not overlap. Not thread-safe. */
public final class Spans {

    private final TreeMap<Integer, Integer> taken = new TreeMap<>();

    /** Takes {@code from..to} unless it is empty or a part of it is taken. */
    public boolean take(int from, int to) {
        if (to <= from || overlaps(from, to)) {
            return false;
        }
        taken.put(from, to);
        return true;
    }

    /** Whether a part of {@code from..to} is taken. */
    public boolean overlaps(int from, int to) {
        Map.Entry<Integer, Integer> before = taken.lowerEntry(to);
        return before != null && before.getValue() > from;
    }

    /** Where placeholders stand in {@code text}, which are no secrets. */
    public static Spans ofPlaceholders(String text) {
        Spans spans = new Spans();
        if (Tokens.present(text)) {
            Matcher token = Tokens.parameters(text);
            while (token.find()) {
                spans.take(token.start(), token.end());
            }
        }
        return spans;
    }

    /** The entries in order; of those that overlap, the one that was given first. */
    static List<Entry> apart(List<Entry> entries) {
        Spans spans = new Spans();
        List<Entry> apart = new ArrayList<>();
        for (Entry entry : entries) {
            if (spans.take(entry.value().from(), entry.value().to())) {
                apart.add(entry);
            }
        }
        apart.sort(Comparator.comparingInt(entry -> entry.value().from()));
        return apart;
    }
}

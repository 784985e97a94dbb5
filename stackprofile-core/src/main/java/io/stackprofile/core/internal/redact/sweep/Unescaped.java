package io.stackprofile.core.internal.redact.sweep;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a secret means that was taken as its document writes it, in escapes. Elsewhere it may stand without them, or in
 * those of another language, so that what it means must be searched for too.
 */
public final class Unescaped {

    // JSON in JSON in JSON.
    private static final int DEEPEST = 3;

    private Unescaped() {}

    /** Every other text that {@code secret} may mean, white space left out; empty for most. */
    public static Set<String> of(String secret) {
        Set<String> all = new LinkedHashSet<>();
        List<String> texts = List.of(secret);
        for (int level = 0; level < DEEPEST && !texts.isEmpty(); level++) {
            Set<String> read = new LinkedHashSet<>();
            texts.forEach(text -> read(text, read));
            read.remove(secret);
            texts = read.stream().filter(all::add).toList();
        }
        return all;
    }

    private static void read(String text, Set<String> into) {
        List<Reading> readings = Reading.all(text);
        // The first is the text as it stands.
        readings.subList(1, readings.size()).forEach(reading -> into.add(reading.text()));
        for (String doubled : List.of("''", "\"\"")) {
            if (text.contains(doubled)) {
                into.add(text.replace(doubled, doubled.substring(1)));
            }
        }
        into.remove(Whitespace.without(text));
    }
}

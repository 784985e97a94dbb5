package io.stackprofile.core.internal.redact.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text as one of its readers sees it, without white space, and where each character stood. Encoders wrap lines and YAML
 * indents and folds blocks: compared without white space, a secret is the same however it was laid out. Undoing the
 * escapes of a language undoes any mix of them, of which there are too many to search for one by one.
 */
final class Reading {

    private final StringBuilder read;
    private String text = "";
    private int[] starts;
    private int[] ends;

    private Reading(int size) {
        this.read = new StringBuilder(size);
        this.starts = new int[size];
        this.ends = new int[size];
    }

    /** The text as it stands, and as each language reads it that may have written it. */
    static List<Reading> all(CharSequence source) {
        List<Reading> readings = new ArrayList<>();
        readings.add(of(source, null));
        for (Escapes escapes : Escapes.values()) {
            if (holds(source, escapes.lead())) {
                readings.add(of(source, escapes));
            }
        }
        return readings;
    }

    private static Reading of(CharSequence source, @Nullable Escapes escapes) {
        Reading reading = new Reading(source.length());
        for (int at = 0; at < source.length(); ) {
            char c = source.charAt(at);
            if (c == '+' && escapes == Escapes.URL) {
                at++; // A blank in a form's field.
                continue;
            }
            int next = escapes != null && c == escapes.lead() ? escapes.read(source, at, reading) : at;
            if (next == at) {
                reading.add(c, at, at + 1);
                at++;
            } else {
                at = next;
            }
        }
        reading.text = reading.read.toString();
        return reading;
    }

    private static boolean holds(CharSequence source, char lead) {
        for (int at = 0; at < source.length(); at++) {
            if (source.charAt(at) == lead) {
                return true;
            }
        }
        return false;
    }

    /** Adds what stands from {@code from} to {@code to} in the source. */
    void add(int codePoint, int from, int to) {
        if (Character.isBmpCodePoint(codePoint)) {
            add((char) codePoint, from, to);
        } else {
            add(Character.highSurrogate(codePoint), from, to);
            add(Character.lowSurrogate(codePoint), from, to);
        }
    }

    private void add(char c, int from, int to) {
        if (Character.isWhitespace(c)) {
            return;
        }
        if (read.length() == starts.length) {
            starts = Arrays.copyOf(starts, starts.length + 16);
            ends = Arrays.copyOf(ends, ends.length + 16);
        }
        starts[read.length()] = from;
        ends[read.length()] = to;
        read.append(c);
    }

    String text() {
        return text;
    }

    /** Where the character at {@code index} begins in the source. */
    int start(int index) {
        return starts[index];
    }

    /** Where the character at {@code index} ends in the source. */
    int end(int index) {
        return ends[index];
    }
}

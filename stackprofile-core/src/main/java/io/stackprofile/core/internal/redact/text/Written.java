package io.stackprofile.core.internal.redact.text;

import java.util.Arrays;

/** A text as some syntax writes it: what it means, and which part of the source each of its characters comes from. */
public final class Written {

    private final String text;
    private final int from;
    private final int to;
    // Empty when the text stands in the source as it is.
    private final int[] starts;
    private final int[] ends;

    private Written(String text, int from, int to, int[] starts, int[] ends) {
        this.text = text;
        this.from = from;
        this.to = to;
        this.starts = starts;
        this.ends = ends;
    }

    /** What stands in {@code source} as it is. */
    public static Written plain(String source, int from, int to) {
        return new Written(source.substring(from, Math.max(from, to)), from, Math.max(from, to), NONE, NONE);
    }

    /** What stands between quotes, or after an equals sign, with the escapes of its syntax undone. */
    public static Written escaped(String source, int from, int to, Escapes escapes) {
        if (to <= from || !escapes.occursIn(source, from, to)) {
            return plain(source, from, to);
        }
        StringBuilder text = new StringBuilder();
        int[] starts = new int[to - from];
        int[] ends = new int[to - from];
        int at = from;
        while (at < to) {
            int before = text.length();
            int next = Math.min(to, escapes.read(source, at, to, text));
            Arrays.fill(starts, before, text.length(), at);
            Arrays.fill(ends, before, text.length(), next);
            at = next;
        }
        return new Written(text.toString(), from, to, starts, ends);
    }

    /** What the text means. */
    public String text() {
        return text;
    }

    /** Where it begins in the source, quotes excluded. */
    public int from() {
        return from;
    }

    /** Where it ends in the source, exclusive. */
    public int to() {
        return to;
    }

    /** Where in the source the character at {@code index} begins. */
    public int startOf(int index) {
        return starts.length == 0 ? from + index : index < text.length() ? starts[index] : to;
    }

    /** Where in the source the character before {@code index} ends. */
    public int endOf(int index) {
        return starts.length == 0 ? from + index : index == 0 ? from : ends[index - 1];
    }

    private static final int[] NONE = {};

    /** Says where, never what. */
    @Override
    public String toString() {
        return "Written[" + from + ".." + to + "]";
    }
}

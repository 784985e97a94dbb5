package io.stackprofile.yaml;

import java.util.Arrays;

/**
 * Which source each character of a scalar's text comes from, as runs. Within a run that is as long in the source as in
 * the text, characters stand one to one; any other run is one escape, fold or line break that cannot be split.
 */
final class ScalarMap {
    private final int[] textAt;
    private final int[] sourceAt;
    private final int[] sourceEnd;
    private final int textEnd;
    private final int contentEnd;

    private ScalarMap(IntList textAt, IntList sourceAt, IntList sourceEnd, int textEnd, int contentEnd) {
        this.textAt = textAt.toArray();
        this.sourceAt = sourceAt.toArray();
        this.sourceEnd = sourceEnd.toArray();
        this.textEnd = textEnd;
        this.contentEnd = contentEnd;
    }

    static ScalarMap of(YamlScalar scalar) {
        return ScalarDecoder.decode(scalar).map();
    }

    Span sourceOf(int from, int to) {
        if (from == to) {
            int at = from == textEnd ? contentEnd : startOf(from);
            return new Span(at, at);
        }
        return new Span(startOf(from), endOf(to - 1));
    }

    private int run(int at) {
        int found = Arrays.binarySearch(textAt, at);
        return found >= 0 ? found : -found - 2;
    }

    private boolean isOneToOne(int run) {
        int next = run + 1 < textAt.length ? textAt[run + 1] : textEnd;
        return next - textAt[run] == sourceEnd[run] - sourceAt[run];
    }

    private int startOf(int at) {
        int run = run(at);
        return isOneToOne(run) ? sourceAt[run] + at - textAt[run] : sourceAt[run];
    }

    private int endOf(int at) {
        int run = run(at);
        return isOneToOne(run) ? sourceAt[run] + at - textAt[run] + 1 : sourceEnd[run];
    }

    /** Collects runs in the order of the text. */
    static final class Builder {
        private final IntList textAt = new IntList();
        private final IntList sourceAt = new IntList();
        private final IntList sourceEnd = new IntList();

        /** The run that begins at {@code text} stands at {@code from..to} of the source. */
        void run(int text, int from, int to) {
            textAt.add(text);
            sourceAt.add(from);
            sourceEnd.add(to);
        }

        /**
         * Ends the map.
         *
         * @param contentEnd where the content stops in the source: before a closing quote
         */
        ScalarMap build(int textEnd, int contentEnd) {
            return new ScalarMap(textAt, sourceAt, sourceEnd, textEnd, contentEnd);
        }
    }
}

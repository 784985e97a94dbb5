package io.stackprofile.core.internal.redact.rule;

import java.util.Arrays;
import java.util.List;

/**
 * Where in a text the rules are worth trying: around their keywords. Windows of one rule that touch become one, so all
 * windows of a rule together are no longer than the text, however often its keywords stand there.
 */
final class Windows {

    private static final int[] NONE = {};

    private final List<FormatRule> rules;
    private final String text;
    // For each rule: begin and end of each window, in order.
    private int[][] edges = {};
    private int[] sizes = NONE;

    Windows(List<FormatRule> rules, String text) {
        this.rules = rules;
        this.text = text;
    }

    boolean isEmpty() {
        return edges.length == 0;
    }

    /** The windows of a rule: begin and end of each, in order. */
    int[] of(int rule) {
        return isEmpty() || edges[rule] == null ? NONE : Arrays.copyOf(edges[rule], sizes[rule]);
    }

    /** Opens a window around a keyword. */
    void open(int number, int keywordFrom, int keywordTo) {
        FormatRule rule = rules.get(number);
        if (rule.word() && keywordFrom > 0 && isWord(text.charAt(keywordFrom - 1))) {
            return;
        }
        int from = Math.max(0, keywordFrom - rule.before());
        int to = Math.min(text.length(), keywordTo + rule.after());
        if (rule.run() > 0) {
            from = runBegin(keywordFrom, from);
            to = runEnd(keywordTo, to);
            if (to - from < rule.run()) {
                return;
            }
            // What stands beside the run may be part of the match.
            from = Math.max(0, from - 1);
            to = Math.min(text.length(), to + 1);
        }
        add(number, from, to);
    }

    private void add(int number, int from, int to) {
        if (isEmpty()) {
            edges = new int[rules.size()][];
            sizes = new int[rules.size()];
        }
        int size = sizes[number];
        if (size > 0 && from <= edges[number][size - 1]) {
            edges[number][size - 2] = Math.min(edges[number][size - 2], from);
            edges[number][size - 1] = Math.max(edges[number][size - 1], to);
        } else {
            append(number, from, to);
        }
    }

    private static boolean isWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }

    private void append(int number, int from, int to) {
        int size = sizes[number];
        if (edges[number] == null) {
            edges[number] = new int[4];
        } else if (size == edges[number].length) {
            edges[number] = Arrays.copyOf(edges[number], 2 * size);
        }
        edges[number][size] = from;
        edges[number][size + 1] = to;
        sizes[number] = size + 2;
    }

    private int runBegin(int from, int least) {
        int begin = from;
        while (begin > least && text.charAt(begin - 1) > ' ') {
            begin--;
        }
        return begin;
    }

    private int runEnd(int to, int most) {
        int end = to;
        while (end < most && text.charAt(end) > ' ') {
            end++;
        }
        return end;
    }
}

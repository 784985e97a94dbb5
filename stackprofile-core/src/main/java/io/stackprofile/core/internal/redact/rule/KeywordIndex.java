package io.stackprofile.core.internal.redact.rule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/** Tells in one pass over a text which of many ASCII keywords occur in it, in any case (Aho-Corasick). */
public final class KeywordIndex {

    private static final int WIDTH = 128;

    private final List<int[]> next = new ArrayList<>();
    private final List<BitSet> owners = new ArrayList<>();

    /** Each list of keywords belongs to the number of its place. */
    public KeywordIndex(List<List<String>> keywords) {
        node();
        for (int owner = 0; owner < keywords.size(); owner++) {
            for (String keyword : keywords.get(owner)) {
                add(keyword.toLowerCase(Locale.ROOT), owner);
            }
        }
        link();
    }

    /** The numbers whose keywords occur. */
    public BitSet in(CharSequence text) {
        BitSet found = new BitSet();
        int state = 0;
        for (int i = 0; i < text.length(); i++) {
            state = next.get(state)[lower(text.charAt(i))];
            BitSet here = owners.get(state);
            if (!here.isEmpty()) {
                found.or(here);
            }
        }
        return found;
    }

    private static int lower(char c) {
        return c >= 'A' && c <= 'Z' ? c + 32 : c < WIDTH ? c : 0;
    }

    private int node() {
        int[] row = new int[WIDTH];
        Arrays.fill(row, -1);
        next.add(row);
        owners.add(new BitSet());
        return next.size() - 1;
    }

    private void add(String keyword, int owner) {
        int state = 0;
        for (int i = 0; i < keyword.length(); i++) {
            int[] row = next.get(state);
            int c = lower(keyword.charAt(i));
            if (row[c] < 0) {
                row[c] = node();
            }
            state = row[c];
        }
        owners.get(state).set(owner);
    }

    // Completes every missing step with the step of the longest suffix, so that a search never steps back.
    private void link() {
        int[] suffix = new int[next.size()];
        Deque<Integer> open = new ArrayDeque<>();
        for (int c = 0; c < WIDTH; c++) {
            int child = next.get(0)[c];
            if (child < 0) {
                next.get(0)[c] = 0;
            } else {
                open.add(child);
            }
        }
        while (!open.isEmpty()) {
            int state = open.remove();
            owners.get(state).or(owners.get(suffix[state]));
            int[] row = next.get(state);
            int[] fallback = next.get(suffix[state]);
            for (int c = 0; c < WIDTH; c++) {
                if (row[c] < 0) {
                    row[c] = fallback[c];
                } else {
                    suffix[row[c]] = fallback[c];
                    open.add(row[c]);
                }
            }
        }
    }
}

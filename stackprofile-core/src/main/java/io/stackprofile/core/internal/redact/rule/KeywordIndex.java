package io.stackprofile.core.internal.redact.rule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * Finds in one pass over a text where any of many ASCII keywords stands, in any case (Aho-Corasick). What a pass costs
 * does not depend on how many keywords there are.
 */
public final class KeywordIndex {

    private static final int ASCII = 128;

    // Characters that no keyword has share class 0, which always leads back to the root.
    private final byte[] classes = new byte[ASCII];
    private final int width;
    // At row + class: the next row, times two, plus one where a keyword ends there.
    private final int[] next;
    // At row / width: the keywords that end there.
    private final int[][] ends;
    private final int[] owners;
    private final int[] lengths;

    /** Takes each place of a keyword. */
    @FunctionalInterface
    public interface Visitor {
        /** The keyword of {@code owner} stands at {@code from}, and ends before {@code to}. */
        void at(int owner, int from, int to);
    }

    /** Each list of keywords belongs to the number of its place. */
    public KeywordIndex(List<List<String>> keywords) {
        List<String> words = new ArrayList<>();
        List<Integer> owned = new ArrayList<>();
        for (int owner = 0; owner < keywords.size(); owner++) {
            for (String keyword : keywords.get(owner)) {
                words.add(keyword);
                owned.add(owner);
            }
        }
        owners = owned.stream().mapToInt(Integer::intValue).toArray();
        lengths = words.stream().mapToInt(String::length).toArray();
        width = classify(words);
        int states = 1 + Arrays.stream(lengths).sum();
        next = new int[states * width];
        ends = new int[states][];
        link(grow(words));
    }

    /** The numbers whose keywords occur. */
    public BitSet in(CharSequence text) {
        BitSet found = new BitSet();
        each(text, (owner, from, to) -> found.set(owner));
        return found;
    }

    /** Calls {@code visitor} for each place of each keyword, in the order in which they end. */
    public void each(CharSequence text, Visitor visitor) {
        int length = text.length();
        int state = 0;
        for (int i = 0; i < length; i++) {
            int step = next[state + classOf(text.charAt(i))];
            state = step >> 1;
            if ((step & 1) != 0) {
                for (int keyword : ends[state / width]) {
                    visitor.at(owners[keyword], i + 1 - lengths[keyword], i + 1);
                }
            }
        }
    }

    private int classOf(char c) {
        return c < ASCII ? classes[c] : 0;
    }

    private int classify(List<String> words) {
        int count = 0;
        for (String word : words) {
            for (int i = 0; i < word.length(); i++) {
                char c = lower(word.charAt(i));
                if (classes[c] == 0) {
                    classes[c] = (byte) ++count;
                    classes[upper(c)] = classes[c];
                }
            }
        }
        return count + 1;
    }

    private static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }

    private static char upper(char c) {
        return c >= 'a' && c <= 'z' ? (char) (c - 32) : c;
    }

    // The trie: a step of zero is missing.
    private int grow(List<String> words) {
        int states = 1;
        for (int keyword = 0; keyword < words.size(); keyword++) {
            int row = 0;
            for (int i = 0; i < words.get(keyword).length(); i++) {
                int step = row + classOf(words.get(keyword).charAt(i));
                if (next[step] == 0) {
                    next[step] = 2 * width * states++;
                }
                row = next[step] >> 1;
            }
            ends[row / width] = with(ends[row / width], new int[] {keyword});
        }
        return states;
    }

    // Completes every missing step with the step of the longest suffix, so that a pass never goes back.
    private void link(int states) {
        int[] suffix = new int[states];
        Deque<Integer> open = new ArrayDeque<>(List.of(0));
        while (!open.isEmpty()) {
            int row = open.remove();
            for (int c = 1; c < width; c++) {
                int fallback = row == 0 ? 0 : next[suffix[row / width] + c];
                if (next[row + c] == 0) {
                    next[row + c] = fallback;
                } else {
                    int child = next[row + c] >> 1;
                    suffix[child / width] = fallback >> 1;
                    ends[child / width] = with(ends[child / width], ends[(fallback >> 1) / width]);
                    next[row + c] = 2 * child + (ends[child / width] == null ? 0 : 1);
                    open.add(child);
                }
            }
        }
    }

    private static int[] with(int[] some, int[] more) {
        if (some == null || more == null) {
            return some == null ? more : some;
        }
        int[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }
}

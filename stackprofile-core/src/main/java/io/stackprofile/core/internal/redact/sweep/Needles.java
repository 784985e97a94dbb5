package io.stackprofile.core.internal.redact.sweep;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Many texts searched for in one pass (Rabin and Karp): a rolling hash over as many characters as the shortest has picks
 * the candidates, which are then compared. Immutable and thread-safe.
 */
public final class Needles {

    private static final int WINDOW = SecretLedger.SHORTEST;
    private static final long BASE = 1_000_003L;

    private static final int FILTER_BITS = 18;

    private final Map<Long, List<Needle>> byHash = new HashMap<>();
    // Tells without a look into the map that no needle begins with this hash, which is nearly always so.
    private final boolean[] filter = new boolean[1 << FILTER_BITS];
    private final long lead;

    public Needles(List<SecretLedger.Entry> entries) {
        long power = 1;
        for (int i = 1; i < WINDOW; i++) {
            power *= BASE;
        }
        this.lead = power;
        for (int owner = 0; owner < entries.size(); owner++) {
            String plaintext = entries.get(owner).plaintext();
            for (String form : EncodedForms.of(plaintext)) {
                add(new Needle(form, owner, false));
            }
            if (!entries.get(owner).line()) {
                for (String form : EncodedForms.ofContent(plaintext)) {
                    add(new Needle(form, owner, false));
                }
            }
            for (String form : EncodedForms.beginnings(plaintext)) {
                add(new Needle(form, owner, true));
            }
        }
    }

    private void add(Needle needle) {
        long hash = hash(needle.form());
        filter[slot(hash)] = true;
        byHash.computeIfAbsent(hash, key -> new ArrayList<>()).add(needle);
    }

    public boolean isEmpty() {
        return byHash.isEmpty();
    }

    /** Every place, in order of where it begins, the longest first at each; places may overlap. */
    public List<Found> find(String text) {
        List<Found> found = new ArrayList<>();
        if (byHash.isEmpty() || text.length() < WINDOW) {
            return found;
        }
        long hash = hash(text);
        for (int at = 0; ; at++) {
            List<Needle> candidates = filter[slot(hash)] ? byHash.get(hash) : null;
            if (candidates != null) {
                collect(text, at, candidates, found);
            }
            if (at + WINDOW >= text.length()) {
                return found;
            }
            hash = (hash - text.charAt(at) * lead) * BASE + text.charAt(at + WINDOW);
        }
    }

    private static void collect(String text, int at, List<Needle> candidates, List<Found> found) {
        Needle longest = null;
        for (Needle needle : candidates) {
            if (text.startsWith(needle.form(), at)
                    && (longest == null
                            || needle.form().length() > longest.form().length())) {
                longest = needle;
            }
        }
        if (longest != null) {
            int end = at + longest.form().length();
            found.add(new Found(at, longest.open() ? runEnd(text, end) : end, longest.owner()));
        }
    }

    private static int runEnd(String text, int from) {
        int end = Compressed.runEnd(text, from);
        while (end < text.length() && text.charAt(end) == '=') {
            end++;
        }
        return end;
    }

    private static int slot(long hash) {
        return (int) ((hash * 0x9E3779B97F4A7C15L) >>> (64 - FILTER_BITS));
    }

    private static long hash(String text) {
        long hash = 0;
        for (int i = 0; i < WINDOW; i++) {
            hash = hash * BASE + text.charAt(i);
        }
        return hash;
    }

    /** A place: from {@code start} to {@code end}, the form of the plaintext with number {@code owner}. */
    public record Found(int start, int end, int owner) {}

    private record Needle(String form, int owner, boolean open) {

        @Override
        public String toString() {
            return "Needle[" + owner + "]";
        }
    }
}

package io.stackprofile.core.internal.redact.sweep;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The plaintexts one call took out, and by which rule; in memory until the call ends. Not thread-safe. Says how many it
 * holds, never what.
 */
public final class SecretLedger implements AutoCloseable {

    /** Shorter values are found everywhere by chance. */
    public static final int SHORTEST = 8;

    private final List<Entry> entries = new ArrayList<>();
    private final Set<String> known = new LinkedHashSet<>();

    /** A ledger with nothing in it. */
    public static SecretLedger empty() {
        return new SecretLedger();
    }

    /** Whether a value is long enough to be searched for. */
    public static boolean isLongEnough(String plaintext) {
        return Whitespace.without(plaintext).length() >= SHORTEST;
    }

    /** Notes a plaintext that is to be searched for; one that is too short is left out. */
    public void add(String rule, String plaintext) {
        if (isLongEnough(plaintext) && known.add(plaintext)) {
            entries.add(new Entry(rule, plaintext, false));
        }
    }

    /** Notes a line of a longer secret: of a private key the bytes of one line may also be in the public key. */
    public void addLine(String rule, String line) {
        if (isLongEnough(line) && known.add(line)) {
            entries.add(new Entry(rule, line, true));
        }
    }

    /** Whether this plaintext is searched for. */
    public boolean holds(String plaintext) {
        return known.contains(plaintext);
    }

    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Forgets everything. */
    @Override
    public void close() {
        entries.clear();
        known.clear();
    }

    @Override
    public String toString() {
        return "SecretLedger[" + entries.size() + "]";
    }

    /**
     * A plaintext and the rule that found it.
     *
     * @param rule the rule's id
     * @param plaintext the secret
     * @param line whether it is but a line of one
     */
    public record Entry(String rule, String plaintext, boolean line) {

        @Override
        public String toString() {
            return "Entry[" + rule + "]";
        }
    }
}

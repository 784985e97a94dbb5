package io.stackprofile.core.internal.redact.sweep;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Location;
import io.stackprofile.error.SecretException;
import java.util.ArrayList;
import java.util.List;

/**
 * Proves that no plaintext of a ledger stands in an output, in any encoding, whatever its line breaks. Immutable and
 * thread-safe; keeps the plaintexts for as long as it lives, which is one call.
 */
public final class Sweep {

    /** What stands where a secret was, in text that takes no parameter. */
    public static final String MASK = "[redacted]";

    private final List<SecretLedger.Entry> entries;
    private final Needles needles;

    private Sweep(List<SecretLedger.Entry> entries) {
        this.entries = entries;
        this.needles = new Needles(entries);
    }

    /** A sweep for everything in {@code ledger} now. */
    public static Sweep of(SecretLedger ledger) {
        return new Sweep(ledger.entries());
    }

    /**
     * Requires that no plaintext stands in {@code output}.
     *
     * @param where what the output is, for the error
     * @throws SecretException {@link ErrorCode#SECRET_EXPOSED}, naming {@code where} and the rule that found the secret
     */
    public void requireAbsent(String where, CharSequence output) {
        List<Match> matches = find(output);
        if (!matches.isEmpty()) {
            throw new SecretException(
                    ErrorCode.SECRET_EXPOSED,
                    "a value that rule " + matches.get(0).rule() + " redacted also stands in " + where
                            + ", where it cannot be replaced",
                    "Take the value out of there, or change the secret if it is also an ordinary word.",
                    Location.unknown());
        }
    }

    /** {@code text} with every plaintext replaced by {@code [redacted]}. */
    public String mask(String text) {
        StringBuilder out = new StringBuilder();
        int copied = 0;
        for (Match match : find(text)) {
            out.append(text, copied, match.start()).append(MASK);
            copied = match.end();
        }
        return copied == 0 ? text : out.append(text, copied, text.length()).toString();
    }

    /** Every place at which a plaintext stands in {@code output}, in order, overlapping ones joined. */
    public List<Match> find(CharSequence output) {
        List<Match> matches = new ArrayList<>();
        if (needles.isEmpty()) {
            return matches;
        }
        Whitespace stripped = Whitespace.strip(output);
        for (Needles.Found found : needles.find(stripped.text())) {
            SecretLedger.Entry entry = entries.get(found.owner());
            int start = stripped.place(found.start());
            int end = stripped.place(found.end() - 1) + 1;
            Match last = matches.isEmpty() ? null : matches.get(matches.size() - 1);
            if (last != null && start < last.end()) {
                matches.set(
                        matches.size() - 1,
                        new Match(last.start(), Math.max(end, last.end()), last.rule(), last.plaintext()));
            } else {
                matches.add(new Match(start, end, entry.rule(), entry.plaintext()));
            }
        }
        return matches;
    }

    /**
     * A place at which a plaintext stands.
     *
     * @param start where it begins
     * @param end where it ends, exclusive
     * @param rule the rule that redacted the plaintext elsewhere
     * @param plaintext the secret
     */
    public record Match(int start, int end, String rule, String plaintext) {

        @Override
        public String toString() {
            return "Match[" + rule + " at " + start + "]";
        }
    }

    @Override
    public String toString() {
        return "Sweep[" + entries.size() + "]";
    }
}

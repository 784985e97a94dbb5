package io.stackprofile.core.internal.redact.sweep;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Location;
import io.stackprofile.error.SecretException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Proves that no plaintext of a ledger stands in an output, in any encoding, whatever its line breaks. Immutable and
 * thread-safe; keeps the plaintexts for as long as it lives, which is one call.
 */
public final class Sweep {

    /** What stands where a secret was, in text that takes no parameter. */
    public static final String MASK = "[redacted]";

    // A release is compressed in base64 in base64, and may hold another.
    private static final int DEEPEST = 4;

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
        return needles.isEmpty() ? List.of() : joined(places(output, 0));
    }

    private List<Match> places(CharSequence output, int depth) {
        List<Match> places = new ArrayList<>();
        List<Reading> readings = Reading.all(output);
        readings.forEach(reading -> find(reading, places));
        if (depth < DEEPEST) {
            compressed(readings.get(0), depth, places);
        }
        return places;
    }

    private void find(Reading reading, List<Match> places) {
        Map<Integer, Integer> ends = new HashMap<>();
        places.forEach(place -> ends.merge(place.end(), place.start(), Math::max));
        for (Needles.Found found : needles.find(reading.text())) {
            SecretLedger.Entry entry = entries.get(found.owner());
            int start = reading.start(found.start());
            int end = reading.end(found.end() - 1);
            int plain = ends.getOrDefault(end, start);
            // What also stands there as it is was not escaped: the sign before it is not part of it.
            if (plain <= start || end - plain < found.end() - found.start()) {
                places.add(new Match(start, end, entry.rule(), entry.plaintext()));
            }
        }
    }

    private void compressed(Reading reading, int depth, List<Match> places) {
        for (Compressed part : Compressed.in(reading.text())) {
            for (Match inside : places(part.content(), depth + 1)) {
                int start = reading.start(part.start());
                places.add(new Match(start, reading.end(part.end() - 1), inside.rule(), inside.plaintext()));
            }
        }
    }

    private static List<Match> joined(List<Match> places) {
        places.sort(Comparator.comparingInt(Match::start).thenComparing(Match::end, Comparator.reverseOrder()));
        List<Match> matches = new ArrayList<>();
        for (Match place : places) {
            Match last = matches.isEmpty() ? null : matches.get(matches.size() - 1);
            if (last != null && place.start() < last.end()) {
                int end = Math.max(place.end(), last.end());
                matches.set(matches.size() - 1, new Match(last.start(), end, last.rule(), last.plaintext()));
            } else {
                matches.add(place);
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

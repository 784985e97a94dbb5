package io.stackprofile.core.internal.redact.rule;

import io.stackprofile.capture.Redaction.Confidence;
import java.util.ArrayList;
import java.util.List;

/**
 * A secret found in a text.
 *
 * @param from where the span begins in the text that was searched, in UTF-16 units
 * @param to where it ends, exclusive
 * @param secret the value as a program would use it, decoded
 * @param filter how the span encodes the value
 * @param rule the rule's id
 * @param reason a sentence for the report
 * @param confidence how sure the rule is
 * @param label what the text itself calls the value, outermost first; empty when only its place names it
 * @param chain what had to be read to find it, outermost first: {@code base64}, {@code yaml}, {@code properties}; empty
 *     when it stands in the open
 */
public record Hit(
        int from,
        int to,
        String secret,
        Filter filter,
        String rule,
        String reason,
        Confidence confidence,
        List<String> label,
        List<String> chain) {

    /** A hit that stands in the open. */
    public Hit(
            int from,
            int to,
            String secret,
            Filter filter,
            String rule,
            String reason,
            Confidence confidence,
            List<String> label) {
        this(from, to, secret, filter, rule, reason, confidence, label, List.of());
    }

    public boolean overlaps(Hit other) {
        return from < other.to && other.from < to;
    }

    public Hit moved(int newFrom, int newTo) {
        return new Hit(newFrom, newTo, secret, filter, rule, reason, confidence, label, chain);
    }

    public Hit as(int newFrom, int newTo, String newSecret, Filter newFilter) {
        return new Hit(newFrom, newTo, newSecret, newFilter, rule, reason, confidence, label, chain);
    }

    public Hit labelled(List<String> names) {
        return new Hit(from, to, secret, filter, rule, reason, confidence, List.copyOf(names), chain);
    }

    /** The same hit, found by reading its text as {@code step}. */
    public Hit through(String step) {
        List<String> longer = new ArrayList<>();
        longer.add(step);
        longer.addAll(chain);
        return new Hit(from, to, secret, filter, rule, reason, confidence, label, List.copyOf(longer));
    }

    /** Names the rule and nothing of the value. */
    @Override
    public String toString() {
        return "Hit[" + rule + "]";
    }
}

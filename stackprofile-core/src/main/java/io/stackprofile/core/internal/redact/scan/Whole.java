package io.stackprofile.core.internal.redact.scan;

import io.stackprofile.capture.Redaction.Confidence;
import io.stackprofile.core.internal.redact.rule.Filter;
import io.stackprofile.core.internal.redact.rule.Hit;
import java.util.List;
import java.util.Locale;

/** A hit that takes a scalar's whole text, but for the blanks around it: a block keeps its final line break. */
final class Whole {

    private Whole() {}

    static Hit of(String text, String rule, String reason, Confidence confidence) {
        int from = 0;
        int to = text.length();
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        return new Hit(from, to, text.substring(from, to), Filter.NONE, rule, reason, confidence, List.of());
    }

    /** The sentence that a table's reason makes. */
    static String sentence(String reason) {
        return reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1) + ".";
    }
}

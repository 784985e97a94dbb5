package io.stackprofile.core.internal.redact.rule;

import com.google.re2j.Matcher;
import io.stackprofile.core.internal.redact.value.Tokens;
import io.stackprofile.core.internal.redact.value.ValueShape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One search of a text: each rule's pattern is tried in the rule's windows and nowhere else. A match that reaches the end
 * of its window is tried again in a larger one until it ends before it, so a secret is never cut. What is read is linear
 * in the text and in the windows.
 */
final class WindowSearch {

    private static final int GROWTH = 4;

    private final String text;
    private final Spans taken = new Spans();
    private final List<Hit> hits = new ArrayList<>();
    private int tries;
    private long read;

    WindowSearch(String text) {
        this.text = text;
        if (Tokens.present(text)) {
            var tokens = Tokens.parameters(text);
            while (tokens.find()) {
                taken.claim(tokens.start(), tokens.end());
            }
        }
    }

    /** How often a pattern was tried. */
    int tries() {
        return tries;
    }

    /** How many characters patterns were given to read. */
    long read() {
        return read;
    }

    /** What was found, in the order of the text. */
    List<Hit> hits() {
        hits.sort(Comparator.comparingInt(Hit::from));
        return hits;
    }

    /** Searches a rule's windows, given as begin and end of each in order. */
    void search(FormatRule rule, int[] windows) {
        int at = 0;
        for (int i = 0; i < windows.length; i += 2) {
            at = Math.max(at, windows[i]);
            if (at < windows[i + 1]) {
                at = search(rule, at, windows[i + 1]);
            }
        }
    }

    // Says where to go on.
    private int search(FormatRule rule, int from, int to) {
        int left = Math.max(0, from - 1);
        Matcher matcher = matcher(rule, left, to);
        int at = from;
        while (at < to && matcher.find(at - left)) {
            Optional<Found> found = Optional.of(found(rule, matcher, left));
            if (found.get().to() == to && to < text.length()) {
                found = grown(rule, found.get());
            }
            found.ifPresent(match -> take(rule, match));
            at = Math.max(at + 1, found.map(Found::to).orElse(to));
        }
        return at;
    }

    private Optional<Found> grown(FormatRule rule, Found first) {
        int left = Math.max(0, first.from() - 1);
        int end = first.to();
        Optional<Found> found = Optional.of(first);
        while (found.isPresent() && found.get().to() == end && end < text.length()) {
            end = (int) Math.min(text.length(), end + (long) GROWTH * (end - left));
            Matcher matcher = matcher(rule, left, end);
            found = matcher.find(first.from() - left) ? Optional.of(found(rule, matcher, left)) : Optional.empty();
        }
        return found;
    }

    private void take(FormatRule rule, Found found) {
        if (found.secretFrom() < found.secretTo()) {
            String secret = text.substring(found.secretFrom(), found.secretTo());
            if (rule.check().accepts(secret) && isDrawn(secret) && taken.claim(found.secretFrom(), found.secretTo())) {
                hits.add(rule.hit(found.secretFrom(), found.secretTo(), secret));
            }
        }
    }

    // In an example one letter stands for all.
    private static boolean isDrawn(String secret) {
        return !ValueShape.repeated(secret) && !ValueShape.masked(secret);
    }

    // Callers pass one character before what they search, so that a pattern sees what it begins behind.
    private Matcher matcher(FormatRule rule, int from, int to) {
        tries++;
        read += to - from;
        return rule.pattern().matcher(text.substring(from, to));
    }

    private static Found found(FormatRule rule, Matcher matcher, int left) {
        int group = rule.group();
        return new Found(
                left + matcher.start(), left + matcher.end(), left + matcher.start(group), left + matcher.end(group));
    }

    private record Found(int from, int to, int secretFrom, int secretTo) {}
}

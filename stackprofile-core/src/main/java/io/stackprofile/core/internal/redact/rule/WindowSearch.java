package io.stackprofile.core.internal.redact.rule;

import com.google.re2j.Matcher;
import io.stackprofile.core.internal.redact.value.Tokens;
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
            while (at < windows[i + 1]) {
                at = next(rule, at, windows[i + 1]);
            }
        }
    }

    // Takes the next match from there on, and says where to go on.
    private int next(FormatRule rule, int from, int to) {
        Optional<Found> found = match(rule, from, to);
        int end = to;
        while (found.isPresent() && found.get().to() == end && end < text.length()) {
            int begin = found.get().from();
            end = (int) Math.min(text.length(), end + (long) GROWTH * (end - begin));
            found = match(rule, begin, end);
        }
        found.ifPresent(match -> take(rule, match));
        return found.map(match -> Math.max(match.to(), from + 1)).orElse(to);
    }

    private void take(FormatRule rule, Found found) {
        if (found.secretFrom() < found.secretTo()) {
            String secret = text.substring(found.secretFrom(), found.secretTo());
            if (rule.check().accepts(secret) && taken.claim(found.secretFrom(), found.secretTo())) {
                hits.add(rule.hit(found.secretFrom(), found.secretTo(), secret));
            }
        }
    }

    // The character before goes with the window, so that the pattern sees what it begins behind.
    private Optional<Found> match(FormatRule rule, int from, int to) {
        int left = Math.max(0, from - 1);
        Matcher matcher = rule.pattern().matcher(text.substring(left, to));
        tries++;
        read += to - left;
        return matcher.find(from - left)
                ? Optional.of(new Found(
                        left + matcher.start(),
                        left + matcher.end(),
                        left + matcher.start(rule.group()),
                        left + matcher.end(rule.group())))
                : Optional.empty();
    }

    private record Found(int from, int to, int secretFrom, int secretTo) {}
}

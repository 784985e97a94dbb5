package io.stackprofile.core.internal.redact.rule;

import com.google.re2j.Pattern;
import io.stackprofile.capture.Redaction.Confidence;
import io.stackprofile.core.internal.redact.name.Resources;
import io.stackprofile.core.internal.redact.value.ValueShape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Finds tokens without a word that a search could begin at: several parts drawn at random, whose lengths and the signs
 * between them no other thing has.
 */
public final class DrawnPairs {

    private static final int SHORTEST = 40;
    private static final int LONGEST = 240;
    private static final Pattern SHAPES = Pattern.compile(Resources.lines(DrawnPairs.class, "pairs.tsv").stream()
            .filter(line -> !line.startsWith("#") && !line.isBlank())
            .map(line -> line.substring(0, line.indexOf('\t')))
            .collect(Collectors.joining("|")));

    private DrawnPairs() {}

    /** The tokens in {@code text}, in order. */
    public static List<Hit> find(String text) {
        List<Hit> hits = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || !isPart(text.charAt(i))) {
                int end = trimmed(text, from, i);
                if (end - from >= SHORTEST && end - from <= LONGEST && isToken(text, from, end)) {
                    hits.add(hit(text, from, end));
                }
                from = i + 1;
            }
        }
        return hits;
    }

    private static boolean isPart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "_-.:".indexOf(c) >= 0;
    }

    private static int trimmed(String text, int from, int to) {
        int end = to;
        while (end > from && "_-.:".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    // Within an address or a path it is a name.
    private static boolean isToken(String text, int from, int to) {
        char before = from == 0 ? ' ' : text.charAt(from - 1);
        char after = to == text.length() ? ' ' : text.charAt(to);
        String token = text.substring(from, to);
        return "/@".indexOf(before) < 0
                && "/@".indexOf(after) < 0
                && SHAPES.matcher(token).matches()
                && ValueShape.generated(token);
    }

    private static Hit hit(String text, int from, int to) {
        return new Hit(
                from,
                to,
                text.substring(from, to),
                Filter.NONE,
                "vendor-token-of-parts",
                "It looks like a token: parts drawn at random, of lengths that one vendor's tokens have.",
                Confidence.MEDIUM,
                List.of());
    }
}

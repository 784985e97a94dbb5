package io.stackprofile.core.internal.redact;

import io.stackprofile.core.internal.redact.scan.MemberScan;
import io.stackprofile.core.internal.redact.scan.Sighting;
import io.stackprofile.yaml.ScalarStyle;
import io.stackprofile.yaml.Span;
import io.stackprofile.yaml.YamlScalar;
import java.util.Optional;

/**
 * Tells on what line of its member something stands, up to the first secret of several lines: behind that the number of
 * a line would tell how long the secret was. Columns are told of nothing, for the same reason.
 */
final class SafeLines {

    private final String text;
    private final int end;

    private SafeLines(String text, int end) {
        this.text = text;
        this.end = end;
    }

    static SafeLines of(MemberScan member) {
        String text = member.file().text();
        int end = Integer.MAX_VALUE;
        int looked = -1;
        for (Sighting sighting : member.sightings()) {
            Span span = sighting.scalar().span();
            boolean literal = sighting.scalar().style() == ScalarStyle.LITERAL;
            // Many finds in one scalar are one question, but for a literal block, which keeps its other lines.
            boolean asked = !literal && span.start() == looked;
            looked = span.start();
            if (!asked && span.start() < end && (literal ? takesLines(sighting) : spansLines(text, span))) {
                end = Math.min(end, span.end());
            }
        }
        return new SafeLines(text, end);
    }

    private static boolean takesLines(Sighting sighting) {
        int at = sighting.scalar().text().indexOf('\n', sighting.hit().from());
        return at >= 0 && at < sighting.hit().to();
    }

    // A text in quotes, plain or folded is laid out anew around a placeholder.
    private static boolean spansLines(String text, Span span) {
        int at = text.indexOf('\n', span.start());
        return at >= 0 && at < span.end();
    }

    Optional<Integer> line(YamlScalar scalar) {
        return scalar.span().start() < end ? Optional.of(scalar.line()) : Optional.empty();
    }

    Optional<Integer> line(int offset) {
        return offset < end
                ? Optional.of(1
                        + (int) text.substring(0, offset)
                                .chars()
                                .filter(c -> c == '\n')
                                .count())
                : Optional.empty();
    }
}

package io.stackprofile.core.internal.redact.scan;

import static io.stackprofile.core.internal.redact.Fixtures.CLOSE;
import static io.stackprofile.core.internal.redact.Fixtures.OPEN;

import io.stackprofile.core.internal.redact.rule.Hit;
import java.util.List;

/**
 * A text in which brackets mark what must go.
 *
 * @param text the text without its brackets
 * @param expected the text with the secrets cut out of the brackets
 */
record Marked(String text, String expected) {

    static Marked of(String marked) {
        return new Marked(
                marked.replace(OPEN, "").replace(CLOSE, ""),
                marked.replaceAll("(?s)" + OPEN + ".*?" + CLOSE, OPEN + CLOSE));
    }

    /** The text with the hits cut out. */
    String without(List<Hit> hits) {
        return LabelledCorpusTest.without(text, hits).replace("\0", OPEN + CLOSE);
    }
}

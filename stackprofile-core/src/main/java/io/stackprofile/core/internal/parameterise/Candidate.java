package io.stackprofile.core.internal.parameterise;

import io.stackprofile.parameter.ParameterValue;
import java.util.List;

/**
 * One way to put placeholders, and the value that should give the source back. It is tried before it is used.
 *
 * @param cuts what the placeholders replace, in order
 * @param value what they stand for
 */
public record Candidate(List<Cut> cuts, ParameterValue value) {

    /** Copies the cuts. */
    public Candidate {
        cuts = List.copyOf(cuts);
    }

    /** The text with placeholders of {@code parameter}. */
    public String in(String text, String parameter) {
        StringBuilder out = new StringBuilder(text.length() + 64);
        int copied = 0;
        for (Cut cut : cuts) {
            out.append(text, copied, cut.span().start()).append(cut.written(parameter));
            copied = cut.span().end();
        }
        return out.append(text, copied, text.length()).toString();
    }
}

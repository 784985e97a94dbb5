package io.stackprofile.yaml;

import java.util.Optional;

/** Encodes text for a position inside a scalar, and decides whether it reads back as itself there. */
final class Fragments {
    private static final String BLANKS = " \t\n";

    private Fragments() {}

    static Optional<String> encode(ScalarContext c, String text) {
        return switch (c.style()) {
            case DOUBLE_QUOTED -> Optional.of(Quoted.escaped(text));
            case SINGLE_QUOTED -> inLine(text).map(line -> line.replace("'", "''"));
            case PLAIN, FOLDED -> inLine(text);
            case LITERAL ->
                Printable.isInBlock(text)
                        ? Optional.of(text.replace("\n", "\n" + " ".repeat(c.blockIndent())))
                        : Optional.empty();
        };
    }

    private static Optional<String> inLine(String text) {
        return Printable.isInLine(text) ? Optional.of(text) : Optional.empty();
    }

    static boolean fits(ScalarContext c, String before, String text, String after) {
        return switch (c.style()) {
            case DOUBLE_QUOTED, SINGLE_QUOTED -> fitsFold(before, text, after);
            case PLAIN ->
                fitsFold(before, text, after) && PlainText.isPossible(c, (before + text + after).replace('\n', ' '));
            case FOLDED -> !text.isEmpty() && !startsBlank(text) && !endsBlank(text);
            case LITERAL -> fitsLiteral(before, text, after);
        };
    }

    /**
     * A blank beside the position may be written as a line break, which swallows blanks next to it; whether it is
     * cannot be seen in the decoded text, so there only text that begins and ends with something else fits.
     */
    private static boolean fitsFold(String before, String text, String after) {
        boolean mayFold = endsBlank(before) || startsBlank(after);
        return !mayFold || !(text.isEmpty() || startsBlank(text) || endsBlank(text));
    }

    private static boolean fitsLiteral(String before, String text, String after) {
        boolean firstLine = isBlank(before);
        if (firstLine && (before.isEmpty() ? isBlank(text) || startsBlank(text) : text.isEmpty() || isBlank(text))) {
            // The first line with content sets the indentation.
            return false;
        }
        if (!isBlank(after)) {
            return true;
        }
        // The end of the last line: blanks alone, and line breaks beyond those there, fall to the chomping.
        String last = after.isEmpty() || after.charAt(0) == '\n' ? text : text + after;
        return !text.isEmpty() && !isBlank(last.substring(last.lastIndexOf('\n') + 1));
    }

    private static boolean isBlank(String text) {
        return LiteralText.isBlank(text, 0, text.length());
    }

    private static boolean startsBlank(String text) {
        return !text.isEmpty() && BLANKS.indexOf(text.charAt(0)) >= 0;
    }

    private static boolean endsBlank(String text) {
        return !text.isEmpty() && BLANKS.indexOf(text.charAt(text.length() - 1)) >= 0;
    }
}

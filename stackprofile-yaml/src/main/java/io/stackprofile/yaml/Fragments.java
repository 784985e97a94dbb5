package io.stackprofile.yaml;

import java.util.Optional;

/** Encodes text for a position inside a scalar. */
final class Fragments {
    private Fragments() {}

    static Optional<String> encode(ScalarContext c, String text) {
        switch (c.style()) {
            case DOUBLE_QUOTED -> {
                StringBuilder out = new StringBuilder(text.length());
                Escapes.encode(out, text);
                return Optional.of(out.toString());
            }
            case SINGLE_QUOTED -> {
                return Printable.isInLine(text) ? Optional.of(text.replace("'", "''")) : Optional.empty();
            }
            case PLAIN -> {
                return Printable.isInLine(text) ? Optional.of(text) : Optional.empty();
            }
            default -> {
                boolean breaks = text.indexOf('\n') >= 0;
                if (!Printable.isInBlock(text) || (breaks && c.style() == ScalarStyle.FOLDED)) {
                    return Optional.empty();
                }
                return Optional.of(breaks ? text.replace("\n", "\n" + " ".repeat(c.blockIndent())) : text);
            }
        }
    }

    /** Whether the encoded text reads back as itself between its neighbours. */
    static boolean fits(ScalarContext c, String before, String text, String after) {
        if (text.isEmpty() && c.style().isBlock()) {
            return fitsBlock(c, before, text, after);
        }
        return switch (c.style()) {
            case DOUBLE_QUOTED -> fitsDoubleQuoted(before, text, after);
            case SINGLE_QUOTED -> Printable.isInLine(text) && !isAtFold(before, after);
            case PLAIN -> fitsPlain(c, before, text, after);
            default -> fitsBlock(c, before, text, after);
        };
    }

    /** Blanks beside a folded line break would be lost; the break may be written there. */
    private static boolean isAtFold(String before, String after) {
        return endsBlank(before) || startsBlank(after);
    }

    private static boolean fitsDoubleQuoted(String before, String text, String after) {
        return !isAtFold(before, after) || !(startsBlank(text) || endsBlank(text) || text.isEmpty());
    }

    private static boolean fitsPlain(ScalarContext c, String before, String text, String after) {
        String whole = before + text + after;
        boolean folded = isAtFold(before, after) && (startsBlank(text) || endsBlank(text) || text.isEmpty());
        return !folded && PlainText.isPossible(c, whole.replace('\n', ' '));
    }

    private static boolean fitsBlock(ScalarContext c, String before, String text, String after) {
        if (encode(c, text).isEmpty()) {
            return false;
        }
        String whole = before + text + after;
        String kept = c.style() == ScalarStyle.FOLDED && isFoldBoundary(before, text, after) ? "" : whole;
        int lineStart = before.lastIndexOf('\n') + 1;
        int lineEnd = after.indexOf('\n') < 0 ? whole.length() : before.length() + text.length() + after.indexOf('\n');
        boolean first = LiteralText.isBlankLine(whole, 0, lineStart) && lineStart == before.length();
        boolean blankFirst = first && (text.isEmpty() || startsBlank(text));
        return !kept.isEmpty() && !blankFirst && !hasBlankEdge(whole, lineStart, lineEnd, text);
    }

    /** A line of the changed part that holds only blanks may be lost at the end, or shift the indentation. */
    private static boolean hasBlankEdge(String whole, int lineStart, int lineEnd, String text) {
        int from = lineStart;
        while (from <= lineEnd) {
            int end = whole.indexOf('\n', from);
            int to = end < 0 || end > lineEnd ? lineEnd : end;
            if (LiteralText.isBlankLine(whole, from, to) && (to > from || text.isEmpty() || to == lineEnd)) {
                return true;
            }
            from = to + 1;
        }
        return false;
    }

    private static boolean isFoldBoundary(String before, String text, String after) {
        return isAtFold(before, after) && (startsBlank(text) || endsBlank(text) || text.isEmpty());
    }

    private static boolean startsBlank(String text) {
        return !text.isEmpty() && " \t\n".indexOf(text.charAt(0)) >= 0;
    }

    private static boolean endsBlank(String text) {
        return !text.isEmpty() && " \t\n".indexOf(text.charAt(text.length() - 1)) >= 0;
    }
}

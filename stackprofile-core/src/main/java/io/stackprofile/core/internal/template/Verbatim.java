package io.stackprofile.core.internal.template;

import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.yaml.ScalarContext;
import io.stackprofile.yaml.ScalarStyle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way of the usual value: one that stands in its scalar as it is, which one look at each of its characters tells.
 * It recognises less than YAML allows. What it leaves goes the careful way, which writes the same where both can.
 */
final class Verbatim {

    /** What a scalar asks of a value. */
    private enum Place {
        /** Nothing stands here as it is. */
        NONE,
        /** All of a scalar: a number, a boolean, or a word that is a string by its first letter and its length. */
        TYPED,
        /** In quotes or in a block: printable ASCII that these do not escape. */
        SHIELDED,
        /** Within plain text that is a string whatever word stands here: a word. */
        PLAIN
    }

    private static final byte WORD = 1;
    private static final byte INERT = 2;
    private static final byte[] CHARACTERS = characters();
    // Every plain text that is a boolean, null or not finite is this short.
    private static final int LONGEST_KEYWORD = 5;
    private static final String IN_NUMBERS = "0123456789abcdefABCDEFxXoO_.+-";

    private final Place place;
    private final @Nullable Filter[] filters;
    // How long the scalar's own text is.
    private final int length;

    private Verbatim(Place place, List<@Nullable Filter> filters, int length) {
        this.place = place;
        this.filters = filters.toArray(Filter[]::new);
        this.length = length;
    }

    /** For a scalar of which nothing is known. */
    static Verbatim none() {
        return new Verbatim(Place.NONE, List.of(), 0);
    }

    /** For a placeholder that is all of a scalar. */
    static Verbatim typed(@Nullable Filter filter) {
        return filter == null || filter == Filter.TYPED ? new Verbatim(Place.TYPED, List.of(), 0) : none();
    }

    /**
     * For a scalar that is a string.
     *
     * @param pieces its own text, decoded, around the placeholders; not used between quotes and in blocks
     */
    static Verbatim within(ScalarContext context, List<String> pieces, List<@Nullable Filter> filters) {
        if (context.style() != ScalarStyle.PLAIN) {
            return new Verbatim(Place.SHIELDED, filters, 0);
        }
        String own = String.join("", pieces);
        boolean noNumber = own.chars().anyMatch(c -> IN_NUMBERS.indexOf(c) < 0);
        boolean fits = noNumber && PlainFit.holds(context, String.join("x", pieces));
        return fits ? new Verbatim(Place.PLAIN, filters, own.length()) : none();
    }

    /**
     * Puts the values in place of the placeholders, or tells that not every one of them can stand there; then some may
     * be in place.
     *
     * @param parts texts and placeholders in turn
     * @param at where the scalar's first text stands among them
     * @param values the values of the template's placeholders; null leaves one as it is
     * @param first which of them is the scalar's first
     */
    boolean write(String[] parts, int at, @Nullable ParameterValue[] values, int first) {
        return switch (place) {
            case NONE -> false;
            case TYPED -> typed(parts, at, values[first]);
            case SHIELDED, PLAIN -> within(parts, at, values, first);
        };
    }

    private static boolean typed(String[] parts, int at, @Nullable ParameterValue value) {
        if (value == null) {
            // The quotes around a typed placeholder are its own.
            return false;
        }
        String text = value.text();
        boolean string = value.kind() == ParameterValue.Kind.STRING;
        if (value.spelling().isPresent() || (string && !(isWord(text) && isLong(text)))) {
            return false;
        }
        parts[at + 1] = text;
        return true;
    }

    private boolean within(String[] parts, int at, @Nullable ParameterValue[] values, int first) {
        int total = length;
        for (int i = 0; i < filters.length; i++) {
            ParameterValue value = values[first + i];
            if (value == null && place == Place.SHIELDED) {
                continue;
            }
            if (value == null || value.spelling().isPresent()) {
                return false;
            }
            Filter filter = filters[i];
            String text = filter == null ? value.text() : filter.apply(value);
            if (place == Place.PLAIN ? !isWord(text) : !isInert(text)) {
                return false;
            }
            parts[at + 2 * i + 1] = text;
            total += text.length();
        }
        return place == Place.SHIELDED || total > LONGEST_KEYWORD;
    }

    /** Whether a word is a string to every reader: it begins like no number, and is longer than any other keyword. */
    private static boolean isLong(String word) {
        return word.length() > LONGEST_KEYWORD && word.charAt(0) > '9';
    }

    /** Letters, digits, dots, slashes, dashes and underscores, between letters or digits. */
    private static boolean isWord(String text) {
        return isAll(WORD, text) && isLetterOrDigit(text.charAt(0)) && isLetterOrDigit(text.charAt(text.length() - 1));
    }

    private static boolean isInert(String text) {
        return isAll(INERT, text) && text.charAt(0) != ' ' && text.charAt(text.length() - 1) != ' ';
    }

    private static boolean isAll(byte kind, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= CHARACTERS.length || (CHARACTERS[c] & kind) == 0) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private static byte[] characters() {
        byte[] characters = new byte[128];
        for (char c = ' '; c <= '~'; c++) {
            // A dollar sign may begin a placeholder; quotes and backslashes are written otherwise.
            boolean inert = "\"'\\$".indexOf(c) < 0;
            boolean word = isLetterOrDigit(c) || "._/-".indexOf(c) >= 0;
            characters[c] = (byte) ((inert ? INERT : 0) | (word ? WORD : 0));
        }
        return characters;
    }
}

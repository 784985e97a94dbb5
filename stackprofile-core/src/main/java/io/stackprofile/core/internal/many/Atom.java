package io.stackprofile.core.internal.many;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of a text: a word, what stands between words, or a placeholder.
 *
 * @param kind which of these
 * @param start where it begins
 * @param end where it ends, exclusive
 * @param text the piece itself
 * @param parameter a placeholder's parameter; else empty
 * @param filter a placeholder's filter, with the bar before it; else empty
 */
record Atom(Kind kind, int start, int end, String text, String parameter, String filter) {

    /** What a piece is. */
    enum Kind {
        WORD,
        GAP,
        TOKEN
    }

    // Possessive throughout, so that no text makes it slow.
    private static final Pattern PIECE = Pattern.compile(
            "(?<!\\$)\\$\\{\\{[ \\t]*+parameters\\.([A-Za-z][A-Za-z0-9_]{0,62}+)[ \\t]*+(\\|[ \\t]*+[a-z]++)?+[ \\t]*+\\}\\}"
                    + "|([A-Za-z0-9._-]++)");

    /** The pieces of {@code text}, in order and without gaps. */
    static List<Atom> of(String text) {
        List<Atom> atoms = new ArrayList<>();
        Matcher piece = PIECE.matcher(text);
        int done = 0;
        while (piece.find()) {
            gap(text, done, piece.start(), atoms);
            boolean word = piece.group(3) != null;
            String parameter = word ? "" : piece.group(1);
            String filter = word || piece.group(2) == null ? "" : piece.group(2);
            Kind kind = word ? Kind.WORD : Kind.TOKEN;
            atoms.add(new Atom(kind, piece.start(), piece.end(), piece.group(), parameter, filter));
            done = piece.end();
        }
        gap(text, done, text.length(), atoms);
        return atoms;
    }

    private static void gap(String text, int from, int to, List<Atom> atoms) {
        if (to > from) {
            atoms.add(new Atom(Kind.GAP, from, to, text.substring(from, to), "", ""));
        }
    }

    /** Whether a text holds a placeholder. */
    static boolean hasToken(String text) {
        return text.contains("${{") && of(text).stream().anyMatch(atom -> atom.kind() == Kind.TOKEN);
    }

    /** Nothing of the text. */
    @Override
    public String toString() {
        return kind.toString();
    }
}

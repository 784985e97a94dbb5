package io.stackprofile.core.internal.template;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds placeholders in raw text, whatever the text is. One begins with dollar signs, <code>{{</code>, blanks or line
 * breaks, and {@code parameters.}; a live one must then read to its end on one line.
 */
final class TokenScan {

    /** What a parameter's name follows. */
    static final String WORD = "parameters.";

    private static final int LONGEST_NAME = 63;

    private final String text;
    private int at;

    private TokenScan(String text, int at) {
        this.text = text;
        this.at = at;
    }

    /** Every placeholder, live or escaped, in order. */
    static List<Token> all(String text) {
        List<Token> tokens = new ArrayList<>();
        for (Token token = next(text, 0); token != null; token = next(text, token.end())) {
            tokens.add(token);
        }
        return tokens;
    }

    /** The first placeholder that begins at or after {@code from}. */
    static @Nullable Token next(String text, int from) {
        for (int braces = text.indexOf("{{", from); braces >= 0; braces = text.indexOf("{{", braces + 1)) {
            int start = braces;
            while (start > from && text.charAt(start - 1) == '$') {
                start--;
            }
            int word = skip(text, braces + 2, true);
            if (start < braces && text.startsWith(WORD, word)) {
                return read(text, start, braces, word);
            }
        }
        return null;
    }

    /** Whether the text ends within the beginning of a placeholder, which what follows it could complete. */
    static boolean endsOpen(String text) {
        int dollar = text.lastIndexOf('$');
        if (dollar < 0) {
            return false;
        }
        int at = dollar + 1;
        while (at < text.length() && at < dollar + 3 && text.charAt(at) == '{') {
            at++;
        }
        int word = at == dollar + 3 ? skip(text, at, true) : at;
        int left = text.length() - word;
        return left == 0 || (at == dollar + 3 && left < WORD.length() && WORD.startsWith(text.substring(word)));
    }

    private static Token read(String text, int start, int braces, int word) {
        int dollars = braces - start;
        if (dollars > 1) {
            return new Token(start, word + WORD.length(), dollars, "", null, null);
        }
        if (skip(text, braces + 2, false) != word) {
            return new Token(start, word + WORD.length(), 1, "", null, Token.Flaw.LINE_BREAK);
        }
        return new TokenScan(text, word + WORD.length()).body(start);
    }

    private Token body(int start) {
        String name = word();
        blanks();
        String filter = null;
        if (at < text.length() && text.charAt(at) == '|') {
            at++;
            blanks();
            filter = word();
            blanks();
        }
        if (text.startsWith("}}", at)) {
            boolean named = isName(name);
            boolean filtered = filter == null || !filter.isEmpty();
            Token.Flaw flaw = !named ? Token.Flaw.BAD_NAME : filtered ? null : Token.Flaw.MALFORMED;
            return new Token(start, at + 2, 1, name, filter, flaw);
        }
        return new Token(start, at, 1, name, filter, isClosed() ? Token.Flaw.MALFORMED : Token.Flaw.UNCLOSED);
    }

    /** Whether the line still has the end that was expected here. */
    private boolean isClosed() {
        for (int i = at; i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r'; i++) {
            if (text.startsWith("}}", i)) {
                return true;
            }
            if (text.startsWith("${{", i)) {
                return false;
            }
        }
        return false;
    }

    private String word() {
        int from = at;
        while (at < text.length() && isWord(text.charAt(at))) {
            at++;
        }
        return text.substring(from, at);
    }

    private void blanks() {
        at = skip(text, at, false);
    }

    private static int skip(String text, int from, boolean breaks) {
        int at = from;
        while (at < text.length() && isBlank(text.charAt(at), breaks)) {
            at++;
        }
        return at;
    }

    private static boolean isBlank(char c, boolean breaks) {
        return c == ' ' || c == '\t' || (breaks && (c == '\n' || c == '\r'));
    }

    private static boolean isWord(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '_'
                || c == '-'
                || c == '.';
    }

    private static boolean isName(String word) {
        boolean shape =
                !word.isEmpty() && word.length() <= LONGEST_NAME && word.indexOf('-') < 0 && word.indexOf('.') < 0;
        return shape && Character.isLetter(word.charAt(0));
    }
}

package io.stackprofile.core.internal.redact.text;

import java.util.ArrayList;
import java.util.List;

/** Takes source code apart into words, literal strings, signs and remarks. For one text; not thread-safe. */
final class CodeTokens {

    private static final String[] SIGNS = {"||=", "=>", ":=", "==", "!=", "||", "??", "?:", "?=", "<<", ">>", "<=", ">="
    };

    private final String text;
    private final String remarks;
    private final Quotes quotes;
    private final List<CodeToken> tokens = new ArrayList<>();
    private int at;
    private boolean startsLine = true;

    CodeTokens(String text, String remarks) {
        this.text = text;
        this.remarks = remarks;
        this.quotes = new Quotes(text);
    }

    List<CodeToken> all() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') {
                startsLine = true;
                at++;
            } else if (c <= ' ') {
                at++;
            } else if (!remark() && !string(c) && !document(c)) {
                word();
            }
        }
        return tokens;
    }

    private boolean remark() {
        int end = -1;
        if (text.startsWith("/*", at)) {
            int close = quotes.close("*/", at + 2, text.length(), false);
            end = close < 0 ? -1 : close + 2;
        } else if (text.startsWith("//", at) || (remarks.indexOf(text.charAt(at)) >= 0 && isRemark())) {
            end = Lines.endOf(text, at);
        }
        if (end < 0) {
            return false;
        }
        add(CodeToken.Kind.REMARK, Written.plain(text, at, end), end);
        return true;
    }

    // In #{x} and #[x] the sign is an operator.
    private boolean isRemark() {
        char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        return startsLine || next == ' ' || next == text.charAt(at);
    }

    private boolean string(char c) {
        String quote = quotes.opening(at, "\"'`");
        if (quote.isEmpty()) {
            return false;
        }
        boolean lines = quote.length() == 3 || c == '`';
        int from = at + quote.length();
        int close = quotes.close(quote, from, lines ? text.length() : Lines.endOf(text, at), true);
        if (close < 0 && quote.length() == 3) {
            quote = String.valueOf(c);
            from = at + 1;
            close = quotes.close(quote, from, Lines.endOf(text, at), true);
        }
        if (close < 0) {
            at++;
            return true;
        }
        add(CodeToken.Kind.STRING, Written.escaped(text, from, close, Escapes.BACKSLASH), close + quote.length());
        return true;
    }

    // <<EOF, as Terraform and PHP (three signs) write a text of several lines.
    private boolean document(char c) {
        if (c != '<' || !text.startsWith("<<", at)) {
            return false;
        }
        int name = at + 2;
        while (name < text.length() && "<-~'\"".indexOf(text.charAt(name)) >= 0) {
            name++;
        }
        int end = name;
        while (end < text.length() && (Character.isUpperCase(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        int line = Lines.endOf(text, end);
        boolean opens = end - name >= 2 && Lines.trim(text, end, line) <= end + 1;
        int close = opens && line < text.length()
                ? quotes.close("\n" + text.substring(name, end), line, text.length(), false)
                : -1;
        int indented = opens && close < 0 ? closing(text.substring(name, end), line) : close;
        if (indented < 0) {
            return false;
        }
        int from = Math.min(line + 1, indented);
        add(CodeToken.Kind.DOCUMENT, Written.plain(text, from, indented), indented + 1);
        at = Lines.endOf(text, indented + 1);
        return true;
    }

    private int closing(String name, int from) {
        int close = quotes.close(name + "\n", from, text.length(), false);
        return close < 0 ? -1 : text.lastIndexOf('\n', close);
    }

    private void word() {
        int end = at;
        while (end < text.length() && isName(text.charAt(end))) {
            end++;
        }
        if (end > at) {
            // A letter or two before a quote belong to the string: r"", b'', f"".
            boolean prefix = end < text.length() && end - at <= 2 && "\"'".indexOf(text.charAt(end)) >= 0;
            if (prefix) {
                at = end;
            } else {
                add(CodeToken.Kind.WORD, Written.plain(text, at, end), end);
            }
            return;
        }
        for (String sign : SIGNS) {
            if (text.startsWith(sign, at)) {
                add(CodeToken.Kind.SIGN, Written.plain(text, at, at + sign.length()), at + sign.length());
                return;
            }
        }
        add(CodeToken.Kind.SIGN, Written.plain(text, at, at + 1), at + 1);
    }

    private static boolean isName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '$' || c == '@' || c == '-';
    }

    private void add(CodeToken.Kind kind, Written value, int next) {
        tokens.add(new CodeToken(kind, value, startsLine));
        startsLine = kind == CodeToken.Kind.REMARK && startsLine;
        at = Math.max(next, at + 1);
    }
}

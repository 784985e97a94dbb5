package io.stackprofile.core.internal.redact.text;

import com.google.re2j.Pattern;
import io.stackprofile.core.internal.redact.value.ValueShape;

/**
 * The value that follows {@code name=} or {@code name:} in text of an unknown language.
 *
 * @param from where it begins, quotes excluded
 * @param to where it ends, exclusive
 * @param quote the quote around it, or 0
 */
public record AssignedValue(int from, int to, char quote) {

    private static final int LONGEST_LINE = 2000;
    private static final int LONGEST_NAME = 100;
    private static final Pattern NEXT = Pattern.compile("^(?:\\s|$|[\"']?[A-Za-z_][A-Za-z0-9_.-]*[\"']?\\s*[=:])");

    // fs.readFileSync('x', os.environ["X
    private static final Pattern CALL =
            Pattern.compile("^[A-Za-z_]\\w*(?:(?:\\.|::|->)[A-Za-z_]\\w*)+(?:\\(|\\[(?:[\"']|$))");

    // var.db_password, params[:password]
    private static final Pattern VARIABLE = Pattern.compile(
            "(?:var|local|module|data|each|self|this|process\\.env|os\\.environ)(?:\\.[A-Za-z_][A-Za-z0-9_]*)+;?"
                    + "|[A-Za-z_][A-Za-z0-9_.]*\\[[:\"']?[A-Za-z_][A-Za-z0-9_]*[\"']?];?");

    // parts[2]
    private static final Pattern ELEMENT = Pattern.compile("^[A-Za-z_]\\w*\\[[0-9]{1,4}(?:]|$)");

    public boolean quoted() {
        return quote != 0;
    }

    public static AssignedValue after(String text, int nameAt, int at) {
        int line = endOfLine(text, at);
        if (at >= line) {
            return new AssignedValue(at, at, (char) 0);
        }
        char first = text.charAt(at);
        boolean escaped = first == '\\' && at + 1 < line && isQuote(text.charAt(at + 1));
        if (first == '"' && isInsideQuotes(text, nameAt, at)) {
            return new AssignedValue(at, at, (char) 0);
        }
        if (isQuote(first) || escaped) {
            return quoted(text, at + (escaped ? 2 : 1), line, escaped ? "\\" + text.charAt(at + 1) : "" + first);
        }
        if (nameAt >= 2 && text.startsWith("${", nameAt - 2)) {
            return defaultOf(text, at, line);
        }
        return bare(text, nameAt, at, line);
    }

    private static AssignedValue quoted(String text, int from, int line, String closing) {
        char quote = closing.charAt(closing.length() - 1);
        int at = from;
        while (at < line && !text.startsWith(closing, at)) {
            at += text.charAt(at) == '\\' && closing.length() == 1 && at + 1 < line ? 2 : 1;
        }
        return new AssignedValue(from, Math.min(at, line), quote);
    }

    // ${NAME:-default}
    private static AssignedValue defaultOf(String text, int at, int line) {
        // After a question mark stands a message, after a plus sign what replaces the value.
        if (at < line && (text.charAt(at) == '?' || text.charAt(at) == '+')) {
            return new AssignedValue(at, at, (char) 0);
        }
        int from = at < line && text.charAt(at) == '-' ? at + 1 : at;
        int close = text.indexOf('}', from);
        return close < 0 || close > line
                ? new AssignedValue(at, at, (char) 0)
                : new AssignedValue(from, close, (char) 0);
    }

    // In read -p "Enter password: " the quote behind the name ends a text.
    // A line longer than any that people write is looked at in part, so that many names on one cost no more.
    private static boolean isInsideQuotes(String text, int nameAt, int at) {
        boolean inside = false;
        for (int i = Math.max(text.lastIndexOf('\n', at - 1) + 1, nameAt - LONGEST_LINE); i < at; i++) {
            if (text.charAt(i) == '"' && (i == 0 || text.charAt(i - 1) != '\\')) {
                inside = !inside;
            }
        }
        return inside;
    }

    /** The rest of a properties or ini file's line, with the lines that continue it. */
    public static AssignedValue restOfLine(String text, int at) {
        int end = endOfLine(text, at);
        while (end > at && text.charAt(end - 1) == '\\' && text.indexOf('\n', end) >= 0) {
            end = endOfLine(text, text.indexOf('\n', end) + 1);
        }
        while (end > at && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return new AssignedValue(at, end, (char) 0);
    }

    private static AssignedValue bare(String text, int nameAt, int at, int line) {
        int end = at;
        // An ampersand or semicolon ends the value only where another name follows, since passwords hold them too.
        while (end < line
                && !Character.isWhitespace(text.charAt(end))
                && "\"'`<>".indexOf(text.charAt(end)) < 0
                && !(";&,|".indexOf(text.charAt(end)) >= 0 && isNext(text, end + 1, line))) {
            end++;
        }
        if (!startsLine(text, nameAt)) {
            while (end > at && ")]},;".indexOf(text.charAt(end - 1)) >= 0 && !closesWithin(text, at, end)) {
                end--;
            }
        }
        return new AssignedValue(at, end, (char) 0);
    }

    // #{password}
    private static boolean closesWithin(String text, int from, int to) {
        int sort = ")]}".indexOf(text.charAt(to - 1));
        return sort >= 0 && text.substring(from, to).indexOf("([{".charAt(sort)) >= 0;
    }

    private static boolean isNext(String text, int from, int line) {
        String ahead = text.substring(from, Math.min(line, from + LONGEST_NAME));
        return NEXT.matcher(ahead).find();
    }

    /** Whether an unquoted value is an expression of some language rather than a text. */
    public static boolean looksLikeCode(String value) {
        if (value.isEmpty() || "$[{<!(|@".indexOf(value.charAt(0)) >= 0) {
            return !ValueShape.generated(value) || value.startsWith("${") || value.startsWith("$(");
        }
        if (isCall(value)
                || value.startsWith("#{")
                || VARIABLE.matcher(value).matches()
                || ELEMENT.matcher(value).find()) {
            return true;
        }
        int paren = value.indexOf('(');
        return (paren > 0 && value.indexOf(')') > paren && !ValueShape.generated(value)) || value.endsWith("(");
    }

    /** Whether a value is what a function or a table gives. */
    public static boolean isCall(String value) {
        return CALL.matcher(value).find() && !ValueShape.generated(value);
    }

    public static boolean startsLine(String text, int at) {
        int i = at;
        while (i > 0 && (text.charAt(i - 1) == ' ' || text.charAt(i - 1) == '\t')) {
            i--;
        }
        return i == 0 || text.charAt(i - 1) == '\n';
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'' || c == '`';
    }

    private static int endOfLine(String text, int from) {
        int end = text.indexOf('\n', from);
        end = end < 0 ? text.length() : end;
        return end > from && text.charAt(end - 1) == '\r' ? end - 1 : end;
    }
}

package io.stackprofile.core.internal.redact.scan;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.stackprofile.core.internal.redact.text.Spans;
import io.stackprofile.core.internal.redact.value.Tokens;
import java.util.ArrayList;
import java.util.List;

/**
 * A text that is nearly YAML or JSON, overwritten so that it reads as such with every offset kept: a template's
 * instructions and the remarks of JSON with comments become blanks, a template's values become letters.
 *
 * @param text what to read
 * @param filled what was overwritten and so is no secret
 * @param remarks the remarks
 */
record Overwritten(String text, Spans filled, List<int[]> remarks) {

    private static final Pattern INSTRUCTION = Pattern.compile("(?m)^[ \\t]*\\{\\{[^{}\\n]*}}[ \\t]*\\r?$");
    private static final Pattern FILLED = Pattern.compile("\\{\\{[^{}\\n]*}}");

    /** Nothing but placeholders overwritten. */
    static Overwritten plain(String text) {
        return new Overwritten(Tokens.hidden(text), new Spans(), List.of());
    }

    /** A template of Helm, Go or Jinja. */
    static Overwritten template(String text) {
        StringBuilder out = new StringBuilder(Tokens.hidden(text));
        Spans filled = new Spans();
        overwrite(INSTRUCTION, out, ' ', filled);
        overwrite(FILLED, out, 'x', filled);
        return new Overwritten(out.toString(), filled, List.of());
    }

    private static void overwrite(Pattern pattern, StringBuilder out, char with, Spans filled) {
        Matcher matcher = pattern.matcher(out.toString());
        while (matcher.find()) {
            filled.take(matcher.start(), matcher.end());
            fill(out, matcher.start(), matcher.end(), with);
        }
    }

    private static void fill(StringBuilder out, int from, int to, char with) {
        for (int i = from; i < to; i++) {
            if (out.charAt(i) != '\n' && out.charAt(i) != '\r') {
                out.setCharAt(i, with);
            }
        }
    }

    /** JSON with remarks and tabs, as editors and JSON5 allow. */
    static Overwritten json(String text) {
        StringBuilder out = new StringBuilder(Tokens.hidden(text));
        List<int[]> remarks = new ArrayList<>();
        int at = 0;
        while (at < out.length()) {
            char c = out.charAt(at);
            int end = c == '/' ? remark(out, at) : -1;
            if (end > 0) {
                remarks.add(new int[] {at, end});
                fill(out, at, end, ' ');
                at = end;
            } else if (c == '"' || c == '\'') {
                at = string(out, at);
            } else {
                if (c == '\t') {
                    out.setCharAt(at, ' ');
                }
                at++;
            }
        }
        return new Overwritten(out.toString(), new Spans(), remarks);
    }

    private static int remark(CharSequence text, int at) {
        char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        int end = at + 2;
        if (next == '/') {
            while (end < text.length() && text.charAt(end) != '\n') {
                end++;
            }
            return end;
        }
        if (next != '*') {
            return -1;
        }
        while (end + 1 < text.length() && !(text.charAt(end) == '*' && text.charAt(end + 1) == '/')) {
            end++;
        }
        return Math.min(text.length(), end + 2);
    }

    private static int string(CharSequence text, int from) {
        int at = from + 1;
        while (at < text.length() && text.charAt(at) != text.charAt(from)) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return at + 1;
    }
}

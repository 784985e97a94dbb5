package io.stackprofile.core.internal.redact.text;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads SQL as far as passwords go: {@code IDENTIFIED BY}, {@code PASSWORD 'x'} and {@code SET PASSWORD FOR} in the
 * statements that make users, assignments, and the columns of {@code INSERT}.
 */
final class SqlReader implements TextReader {

    private static final Pattern PASSWORD = Pattern.compile(
            "(?i)\\b(?:identified(?:[ \\t]+(?:with|via)[ \\t]+[\\w']+)?[ \\t]+(?:by|as|using)(?:[ \\t]+password)?|(?:encrypted[ \\t]+|old_)?password(?:[ \\t]+for[ \\t]+[^=;\\n]{1,200}=(?:[ \\t]*password)?)?)[ \\t]*=?[ \\t]*\\(?[ \\t]*N?(?:'((?:[^'\\n]|'')+)'|\"([^\"\\n]+)\")");
    // Oracle writes a password like a name.
    private static final Pattern BARE = Pattern.compile(
            "(?i)\\bidentified[ \\t]+by[ \\t]+(?:values[ \\t]+)?([^\\s'\";,()&:$]{3,128})(?:[\\s;]|\\z)");
    private static final Pattern ASSIGNED =
            Pattern.compile("(?i)[`\"\\[]?\\b([a-z_][a-z0-9_]{1,60})\\b[`\"\\]]?[ \\t]*=[ \\t]*N?'((?:[^'\\n]|'')+)'");
    private static final Pattern INSERT = Pattern.compile(
            "(?i)\\binsert[ \\t]+(?:ignore[ \\t]+)?into[ \\t]+[^\\s(]{1,200}\\s*\\(([^()]{1,1000})\\)\\s*values\\s*");

    private static final Set<String> WORDS = Set.of("password", "values", "random", "the", "you", "your");

    @Override
    public List<Entry> read(String text) {
        List<Entry> entries = new ArrayList<>();
        Matcher matcher = PASSWORD.matcher(text);
        while (matcher.find()) {
            int group = matcher.group(1) != null ? 1 : 2;
            entries.add(Entry.password(
                    List.of("password"),
                    Written.escaped(text, matcher.start(group), matcher.end(group), Escapes.DOUBLED)));
        }
        Matcher bare = BARE.matcher(text);
        while (bare.find()) {
            if (!WORDS.contains(bare.group(1).toLowerCase(Locale.ROOT))) {
                entries.add(Entry.password(List.of("password"), Written.plain(text, bare.start(1), bare.end(1))));
            }
        }
        Matcher assigned = ASSIGNED.matcher(text);
        while (assigned.find()) {
            entries.add(Entry.value(
                    List.of(assigned.group(1)),
                    Written.escaped(text, assigned.start(2), assigned.end(2), Escapes.DOUBLED)));
        }
        inserts(text, entries);
        return Spans.apart(entries);
    }

    private static void inserts(String text, List<Entry> entries) {
        Matcher insert = INSERT.matcher(text);
        int at = 0;
        while (insert.find(at)) {
            String[] columns = insert.group(1)
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[`\"\\[\\]\\s]", "")
                    .split(",", -1);
            at = rows(text, insert.end(), columns, entries);
        }
    }

    // Rows up to the statement's end; a quote that never closes ends the reading.
    private static int rows(String text, int from, String[] columns, List<Entry> entries) {
        int column = 0;
        int at = from;
        while (at < text.length() && text.charAt(at) != ';') {
            char c = text.charAt(at);
            if (c == '(') {
                column = 0;
            } else if (c == ',') {
                column++;
            } else if (c == '\'') {
                int close = close(text, at + 1);
                if (close < 0) {
                    return text.length();
                }
                if (column < columns.length) {
                    entries.add(Entry.value(
                            List.of(columns[column]), Written.escaped(text, at + 1, close, Escapes.DOUBLED)));
                }
                at = close;
            }
            at++;
        }
        return Math.min(at, text.length());
    }

    private static int close(String text, int from) {
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\'' && at + 1 < text.length() && text.charAt(at + 1) == '\'') {
                at++;
            } else if (c == '\'') {
                return at;
            }
        }
        return -1;
    }
}

package io.stackprofile.core.internal.redact.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads ini files and what grew out of them: {@code my.cnf}, {@code grafana.ini}, {@code .npmrc}, systemd units. A value
 * goes on in the next line behind a backslash, or where that line is indented and this one's value was empty.
 */
final class IniReader implements TextReader {

    // CouchDB: a name of an administrator, and the password.
    private static final Set<List<String>> PASSWORD_SECTIONS = Set.of(List.of("admins"));

    @Override
    public List<Entry> read(String text) {
        List<Entry> entries = new ArrayList<>();
        List<Lines> lines = Lines.of(text);
        List<String> section = List.of();
        for (int i = 0; i < lines.size(); i++) {
            Lines line = lines.get(i);
            if (line.opens("#;")) {
                entries.add(Entry.remark(text, line.from(), line.to()));
            } else if (line.opens("[") && text.charAt(Lines.trim(text, line.from(), line.to()) - 1) == ']') {
                section = section(text.substring(line.start() + 1, Lines.trim(text, line.from(), line.to()) - 1));
            } else if (!line.isBlank()) {
                int last = last(lines, i);
                pair(line, lines.get(last).to(), section, entries);
                i = last;
            }
        }
        return entries;
    }

    private static List<String> section(String name) {
        return List.of(name.strip().replace("\"", ""));
    }

    private static int last(List<Lines> lines, int first) {
        int last = first;
        while (last + 1 < lines.size() && lines.get(last).continues()) {
            last++;
        }
        Lines line = lines.get(first);
        int equals = line.find('=', line.from());
        boolean open = line.has('=') && Lines.skip(line.text(), equals + 1, line.to()) == line.to();
        while (open && last + 1 < lines.size() && indented(lines.get(last + 1))) {
            last++;
        }
        return last;
    }

    private static boolean indented(Lines line) {
        return !line.isBlank() && line.start() > line.from() && !line.has('=');
    }

    private static void pair(Lines line, int to, List<String> section, List<Entry> entries) {
        String text = line.text();
        int separator = separator(text, line.start(), line.to());
        if (separator < 0) {
            return;
        }
        List<String> path = new ArrayList<>(section);
        String name = text.substring(line.start(), Lines.trim(text, line.start(), separator));
        path.add(name.replace("\"", "").replace("export ", ""));
        int from = separator + 1;
        while (from < to && (Character.isWhitespace(text.charAt(from)) || text.charAt(from) == '=')) {
            from++;
        }
        int end = Lines.trim(text, from, to);
        Written value = Quotes.insideAny(text, from, uncommented(text, from, end), Escapes.BACKSLASH);
        if (PASSWORD_SECTIONS.contains(section)) {
            entries.add(Entry.password(path, value));
            return;
        }
        entries.add(isCommand(name) ? Entry.document(path, value, TextKind.SHELL) : Entry.value(path, value));
    }

    // What systemd runs, and what it sets: words as in shell.
    private static boolean isCommand(String name) {
        return name.startsWith("ExecSt") || name.startsWith("ExecReload") || name.equals("Environment");
    }

    // The name may hold colons where an equals sign follows: //registry.example/:_authToken=x
    private static int separator(String text, int from, int to) {
        int colon = -1;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '=' && isPadding(text, from, i, to)) {
                return blank(text, from, i);
            }
            if (c == '=') {
                return colon > 0 && colon + 1 < i && text.charAt(colon + 1) == ' ' ? colon : i;
            }
            if (c == ':' && colon < 0) {
                colon = i;
            }
        }
        return colon;
    }

    // What base64 ends with; the name is before the blanks then.
    private static boolean isPadding(String text, int from, int equals, int to) {
        int end = Lines.trim(text, from, to);
        return end - equals <= 2 && text.charAt(end - 1) == '=' && blank(text, from, equals) > 0;
    }

    private static int blank(String text, int from, int to) {
        int at = from;
        while (at < to && text.charAt(at) > ' ') {
            at++;
        }
        int next = Lines.skip(text, at, to);
        boolean two = at < to && next < to && text.substring(next, to).chars().noneMatch(c -> c <= ' ');
        return two ? at : -1;
    }

    private static int uncommented(String text, int from, int to) {
        char quote = from < to ? text.charAt(from) : 0;
        int at = from;
        if (quote == '"' || quote == '\'' || quote == '`') {
            int close = text.indexOf(quote, from + 1);
            at = close < 0 || close >= to ? from : close;
        }
        for (int i = at + 1; i < to; i++) {
            char c = text.charAt(i);
            if ((c == '#' || c == ';') && Character.isWhitespace(text.charAt(i - 1))) {
                return Lines.trim(text, from, i);
            }
            if (c == '\n') {
                return to;
            }
        }
        return to;
    }
}

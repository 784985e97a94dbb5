package io.stackprofile.core.internal.redact.text;

import java.util.ArrayList;
import java.util.List;

/** Reads Java properties: escapes, lines that go on, and names parted from values by {@code =}, {@code :} or blanks. */
final class PropertiesReader implements TextReader {

    @Override
    public List<Entry> read(String text) {
        List<Entry> entries = new ArrayList<>();
        List<Lines> lines = Lines.of(text);
        for (int i = 0; i < lines.size(); i++) {
            Lines line = lines.get(i);
            if (line.opens("#!")) {
                entries.add(Entry.remark(text, line.from(), line.to()));
            } else if (!line.isBlank()) {
                while (i + 1 < lines.size() && lines.get(i).continues()) {
                    i++;
                }
                pair(text, line.start(), lines.get(i).to(), entries);
            }
        }
        return entries;
    }

    private static void pair(String text, int from, int to, List<Entry> entries) {
        int end = from;
        while (end < to && "=: \t\n".indexOf(text.charAt(end)) < 0) {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        end = Math.min(end, to);
        int at = Lines.skip(text, end, to);
        if (at < to && (text.charAt(at) == '=' || text.charAt(at) == ':')) {
            at = Lines.skip(text, at + 1, to);
        }
        String name = Written.escaped(text, from, end, Escapes.PROPERTIES).text();
        int last = Lines.trim(text, at, to);
        // Blanks at the end belong to the value, but no secret ends in one on purpose.
        Written whole = Quotes.inside(text, at, last, Escapes.PROPERTIES);
        entries.add(Entry.value(
                List.of(name), whole.from() > at ? whole : Written.escaped(text, at, last, Escapes.PROPERTIES)));
    }
}

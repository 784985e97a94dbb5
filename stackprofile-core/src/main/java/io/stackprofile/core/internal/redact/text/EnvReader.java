package io.stackprofile.core.internal.redact.text;

import java.util.ArrayList;
import java.util.List;

/** Reads environment files: {@code export}, quotes that may run over lines, remarks behind values. */
final class EnvReader implements TextReader {

    @Override
    public List<Entry> read(String text) {
        List<Entry> entries = new ArrayList<>();
        Quotes quotes = new Quotes(text);
        int at = 0;
        while (at < text.length()) {
            Lines line = new Lines(text, at, Lines.endOf(text, at));
            if (line.opens("#")) {
                entries.add(Entry.remark(text, line.from(), line.to()));
                at = line.to() + 1;
            } else {
                at = Math.max(line.to(), pair(line, quotes, entries)) + 1;
            }
        }
        return entries;
    }

    // Where the value ends.
    private static int pair(Lines line, Quotes quotes, List<Entry> entries) {
        String text = line.text();
        int equals = line.find('=', line.from());
        if (equals < 0) {
            return line.to();
        }
        String name = text.substring(line.start(), Lines.trim(text, line.start(), equals));
        List<String> path =
                List.of(name.startsWith("export ") ? name.substring(7).strip() : name);
        int from = Lines.skip(text, equals + 1, line.to());
        String quote = from < line.to() ? quotes.opening(from, "\"'") : "";
        if (!quote.isEmpty()) {
            String one = quote.substring(0, 1);
            int close = quotes.close(one, from + 1, text.length(), one.equals("\""));
            if (close >= 0) {
                entries.add(Entry.value(
                        path,
                        one.equals("\"")
                                ? Written.escaped(text, from + 1, close, Escapes.BACKSLASH)
                                : Written.plain(text, from + 1, close)));
                return Lines.endOf(text, close);
            }
        }
        int remark = line.find('#', from);
        while (remark > from && text.charAt(remark - 1) != ' ') {
            remark = line.find('#', remark + 1);
        }
        int end = remark <= from ? line.to() : remark;
        entries.add(Entry.value(path, Written.plain(text, from, Lines.trim(text, from, end))));
        return line.to();
    }
}

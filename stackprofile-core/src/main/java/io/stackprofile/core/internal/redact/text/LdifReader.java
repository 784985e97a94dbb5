package io.stackprofile.core.internal.redact.text;

import java.util.ArrayList;
import java.util.List;

/** Reads LDIF: {@code attribute: value}, two colons before base64, and lines that go on behind a blank. */
final class LdifReader implements TextReader {

    @Override
    public List<Entry> read(String text) {
        List<Entry> entries = new ArrayList<>();
        List<Lines> lines = Lines.of(text);
        for (int i = 0; i < lines.size(); i++) {
            Lines line = lines.get(i);
            while (i + 1 < lines.size() && continues(lines.get(i + 1))) {
                i++;
            }
            int to = lines.get(i).to();
            int colon = line.find(':', line.from());
            if (line.startsWith("#")) {
                entries.add(Entry.remark(text, line.from(), to));
            } else if (colon > line.from()) {
                int from = colon + 1;
                while (from < to && (text.charAt(from) == ':' || Character.isWhitespace(text.charAt(from)))) {
                    from++;
                }
                String name = text.substring(line.from(), colon);
                int end = Lines.trim(text, from, to);
                if (end > from) {
                    entries.add(Entry.value(List.of(name), Written.plain(text, from, end)));
                }
            }
        }
        return entries;
    }

    private static boolean continues(Lines line) {
        return line.from() < line.to() && line.text().charAt(line.from()) == ' ';
    }
}

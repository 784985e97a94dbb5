package io.stackprofile.core.internal.redact.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads a Dockerfile: what {@code ENV} and {@code ARG} set, and what {@code RUN} and its like run. */
final class DockerfileReader implements TextReader {

    private static final Set<String> RUNNING = Set.of("run", "cmd", "entrypoint", "healthcheck");

    @Override
    public List<Entry> read(String text) {
        List<Entry> entries = new ArrayList<>();
        List<Lines> lines = Lines.of(text);
        for (int i = 0; i < lines.size(); i++) {
            Lines line = lines.get(i);
            if (line.opens("#")) {
                entries.add(Entry.remark(text, line.from(), line.to()));
                continue;
            }
            while (i + 1 < lines.size() && lines.get(i).continues()) {
                i++;
            }
            instruction(text, line.start(), lines.get(i).to(), entries);
        }
        return Spans.apart(entries);
    }

    private static void instruction(String text, int from, int to, List<Entry> entries) {
        int end = from;
        while (end < to && Character.isLetter(text.charAt(end))) {
            end++;
        }
        String name = text.substring(from, Math.max(from, end)).toLowerCase(Locale.ROOT);
        int at = Lines.skip(text, end, to);
        if (RUNNING.contains(name)) {
            entries.add(Entry.document(
                    List.of(), Written.plain(text, at, to), text.startsWith("[", at) ? null : TextKind.SHELL));
        } else if (name.equals("env") || name.equals("arg") || name.equals("label")) {
            int word = at;
            while (word < to && text.charAt(word) > ' ' && text.charAt(word) != '=') {
                word++;
            }
            if (word < to && text.charAt(word) == '=') {
                ShellReader.read(text, at, to, entries);
            } else if (word < to) {
                int value = Lines.skip(text, word, to);
                entries.add(Entry.value(
                        List.of(text.substring(at, word)), Quotes.inside(text, value, to, Escapes.BACKSLASH)));
            }
        }
    }
}

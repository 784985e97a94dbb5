package io.stackprofile.core.internal.redact.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads shell scripts and command lines: assignments, flags and their values, what is piped into programs that read a
 * password, heredocs as documents of their own, commands within commands, defaults of variables.
 */
final class ShellReader implements TextReader {

    // A command within a command within a command; each is read once for every level it stands at.
    private static final int DEEPEST = 6;

    @Override
    public List<Entry> read(String text) {
        List<Entry> entries = new ArrayList<>();
        read(text, 0, text.length(), entries);
        return Spans.apart(entries);
    }

    /** Reads a part of a text. */
    static void read(String text, int from, int to, List<Entry> entries) {
        read(text, from, to, new Quotes(text), entries, 0);
    }

    private static void read(String text, int from, int to, Quotes quotes, List<Entry> entries, int depth) {
        ShellWords words = new ShellWords(text, from, to, quotes, entries);
        List<ShellCommand> commands = words.commands();
        for (ShellWords.Inner inner : words.inner()) {
            if (!inner.name().isEmpty()) {
                entries.add(Entry.value(
                        List.of(inner.name()), Quotes.inside(text, inner.from(), inner.to(), Escapes.BACKSLASH)));
            } else if (depth < DEEPEST) {
                read(text, inner.from(), inner.to(), quotes, entries, depth + 1);
            }
        }
        for (int i = 0; i < commands.size(); i++) {
            ShellCommand next = commands.get(i).piped() && i + 1 < commands.size() ? commands.get(i + 1) : null;
            new ShellArguments(text, commands.get(i), entries).read(next);
        }
    }
}

package io.stackprofile.core.internal.redact.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads files in which a line is a credential: {@code .pgpass} (host:port:database:user:password), {@code .htpasswd} and
 * {@code chpasswd} (user:password), pgbouncer's {@code userlist.txt} ({@code "user" "password"}).
 */
final class ColonReader implements TextReader {

    /** Where in the line the password stands. */
    enum Shape {
        /** Behind the fourth colon. */
        FIFTH,
        /** Behind the first colon. */
        SECOND,
        /** Behind the first equals sign, colon or blank, up to a comma. */
        NAMED,
        /** In the second pair of quotes. */
        QUOTED
    }

    private final Shape shape;

    ColonReader(Shape shape) {
        this.shape = shape;
    }

    @Override
    public List<Entry> read(String text) {
        List<Entry> entries = new ArrayList<>();
        for (Lines line : Lines.of(text)) {
            if (line.opens("#;")) {
                entries.add(Entry.remark(text, line.from(), line.to()));
            } else if (shape == Shape.QUOTED) {
                quoted(line, entries);
            } else if (shape == Shape.NAMED) {
                named(line, entries);
            } else if (shape == Shape.SECOND) {
                pair(text, line.start(), line.to(), entries);
            } else {
                fifth(line, entries);
            }
        }
        return entries;
    }

    /** The password of {@code user:password}, which may have more fields behind it, as in {@code /etc/shadow}. */
    static void pair(String text, int from, int to, List<Entry> entries) {
        Lines line = new Lines(text, from, to);
        int colon = line.find(':', from);
        if (colon <= from || colon >= to - 1) {
            return;
        }
        int fields = line.find(':', colon + 1);
        int end = fields > 0 ? fields : Lines.trim(text, colon, to);
        entries.add(Entry.password(List.of("password"), Written.plain(text, colon + 1, end)));
    }

    private static void named(Lines line, List<Entry> entries) {
        int at = line.start();
        while (at < line.to() && "=: \t".indexOf(line.text().charAt(at)) < 0) {
            at++;
        }
        while (at < line.to() && "=: \t".indexOf(line.text().charAt(at)) >= 0) {
            at++;
        }
        int comma = line.find(',', at);
        int end = Lines.trim(line.text(), at, comma < 0 ? line.to() : comma);
        if (end > at) {
            entries.add(Entry.password(List.of("password"), Written.plain(line.text(), at, end)));
        }
    }

    // A backslash hides a colon.
    private static void fifth(Lines line, List<Entry> entries) {
        int colons = 0;
        int at = line.start();
        while (at < line.to() && colons < 4) {
            char c = line.text().charAt(at);
            colons += c == ':' ? 1 : 0;
            at += c == '\\' ? 2 : 1;
        }
        if (colons == 4 && at < line.to()) {
            entries.add(Entry.password(
                    List.of("password"),
                    Written.escaped(line.text(), at, Lines.trim(line.text(), at, line.to()), Escapes.BACKSLASH)));
        }
    }

    private static void quoted(Lines line, List<Entry> entries) {
        int[] quote = new int[4];
        int found = 0;
        for (int i = line.from(); i < line.to() && found < 4; i++) {
            if (line.text().charAt(i) == '"') {
                quote[found++] = i;
            }
        }
        if (found == 4) {
            entries.add(Entry.password(List.of("password"), Written.plain(line.text(), quote[2] + 1, quote[3])));
        }
    }
}

package io.stackprofile.core.internal.redact.text;

import java.util.ArrayList;
import java.util.List;

/** Reads {@code name=value;name=value}: a value ends at a semicolon, unless quotes or braces hold it. */
final class ConnectionReader implements TextReader {

    @Override
    public List<Entry> read(String text) {
        List<Entry> entries = new ArrayList<>();
        Quotes quotes = new Quotes(text);
        int at = 0;
        while (at < text.length()) {
            int equals = text.indexOf('=', at);
            if (equals < 0) {
                return entries;
            }
            int name = equals;
            while (name > at && text.charAt(name - 1) != ';') {
                name--;
            }
            int from = Lines.skip(text, equals + 1, text.length());
            int close = close(text, from, quotes);
            int end = close >= 0 ? close : end(text, from);
            int start = close >= 0 ? from + 1 : from;
            if (end > start) {
                List<String> path = List.of(text.substring(name, equals).strip());
                entries.add(Entry.value(path, Written.plain(text, start, Lines.trim(text, start, end))));
            }
            at = Math.max(equals, end) + 1;
        }
        return entries;
    }

    private static int close(String text, int from, Quotes quotes) {
        char c = from < text.length() ? text.charAt(from) : 0;
        String closing = c == '{' ? "}" : c == '"' || c == '\'' ? String.valueOf(c) : "";
        return closing.isEmpty() ? -1 : quotes.close(closing, from + 1, text.length(), false);
    }

    private static int end(String text, int from) {
        int end = text.indexOf(';', from);
        return end < 0 ? text.length() : end;
    }
}

package io.stackprofile.core.internal.redact.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Reads TOML: tables, dotted and quoted names, all four kinds of strings, arrays and inline tables. */
final class TomlReader implements TextReader {

    @Override
    public List<Entry> read(String text) {
        return new Reading(text).entries();
    }

    /** One reading of one text. */
    private static final class Reading {

        private final String text;
        private final Quotes quotes;
        private final List<Entry> entries = new ArrayList<>();
        private final Deque<String> names = new ArrayDeque<>();
        private final Deque<Character> open = new ArrayDeque<>();
        private List<String> table = List.of();
        private String name = "";
        private boolean valueNext;
        private int at;

        Reading(String text) {
            this.text = text;
            this.quotes = new Quotes(text);
        }

        List<Entry> entries() {
            while (at < text.length()) {
                step(text.charAt(at));
            }
            return entries;
        }

        private void step(char c) {
            if (c == '#') {
                int end = Lines.endOf(text, at);
                entries.add(Entry.remark(text, at, end));
                at = end;
            } else if (c == '"' || c == '\'') {
                string();
            } else if (c == '[' && !valueNext && open.isEmpty()) {
                header();
            } else if (c <= ' ' || "=[]{},".indexOf(c) >= 0) {
                sign(c);
                at++;
            } else {
                bare();
            }
        }

        private void sign(char c) {
            if (c == '=') {
                valueNext = true;
            } else if (c == '[' || c == '{') {
                open.push(c);
                names.push(name);
                valueNext = c == '[';
            } else if ((c == ']' || c == '}') && !open.isEmpty()) {
                open.pop();
                name = names.pop();
                valueNext = inArray();
            } else if (c == ',') {
                valueNext = inArray();
            } else if (c == '\n' && open.isEmpty()) {
                valueNext = false;
            }
        }

        private boolean inArray() {
            return !open.isEmpty() && open.peek() == '[';
        }

        private void header() {
            int end = Lines.endOf(text, at);
            int close = text.indexOf(']', at);
            if (close < 0 || close > end) {
                at = end;
                return;
            }
            String names = text.substring(at, close).replace("[", "");
            table = List.of(names.replace("\"", "").strip().split("\\s*\\.\\s*", -1));
            at = close + 1;
            while (at < end && text.charAt(at) == ']') {
                at++;
            }
        }

        private void string() {
            String quote = quotes.opening(at, "\"'");
            boolean escapes = quote.charAt(0) == '"';
            int limit = quote.length() == 3 ? text.length() : Lines.endOf(text, at);
            int from = at + quote.length();
            int close = quotes.close(quote, from, limit, escapes);
            if (close < 0) {
                at = limit;
                return;
            }
            at = close + quote.length();
            if (!valueNext) {
                name = text.substring(from, close);
                return;
            }
            Written value =
                    escapes ? Written.escaped(text, from, close, Escapes.PROPERTIES) : Written.plain(text, from, close);
            entries.add(Entry.value(path(), value));
        }

        private void bare() {
            int from = at;
            while (at < text.length() && "=,]}#\n\r".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            int end = Lines.trim(text, from, at);
            if (valueNext) {
                entries.add(Entry.value(path(), Written.plain(text, from, end)));
            } else {
                name = text.substring(from, end);
            }
        }

        private List<String> path() {
            List<String> path = new ArrayList<>(table);
            names.descendingIterator().forEachRemaining(path::add);
            if (!inArray()) {
                path.add(name);
            }
            path.removeIf(String::isEmpty);
            return path;
        }
    }
}

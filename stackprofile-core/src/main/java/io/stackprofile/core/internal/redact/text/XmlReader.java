package io.stackprofile.core.internal.redact.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads XML: the text of elements, CDATA, and attributes. What names a value is the attribute or element beside it where
 * there is one, as in {@code <entry key="x">v</entry>}, {@code <add name="x" value="v"/>},
 * {@code <property><name>x</name><value>v</value></property>} and a property list's {@code <key>x</key><string>v</string>}.
 */
final class XmlReader implements TextReader {

    private static final Set<String> NAMING = Set.of("key", "name", "property", "id");
    private static final Set<String> VALUE = Set.of("value", "string", "data", "stringvalue");
    private static final int DEEPEST = 100;

    @Override
    public List<Entry> read(String text) {
        return new Reading(text).entries();
    }

    /** One reading of one text. */
    private static final class Reading {

        private final String text;
        private final Quotes quotes;
        private final List<Entry> entries = new ArrayList<>();
        private final List<String> open = new ArrayList<>();
        private String named = "";
        private int at;

        Reading(String text) {
            this.text = text;
            this.quotes = new Quotes(text);
        }

        List<Entry> entries() {
            int from = 0;
            while (at < text.length()) {
                int tag = text.indexOf('<', at);
                if (tag < 0) {
                    break;
                }
                content(from, tag);
                at = tag;
                markup();
                from = at;
            }
            return entries;
        }

        private void content(int from, int to) {
            int start = from;
            while (start < to && Character.isWhitespace(text.charAt(start))) {
                start++;
            }
            int end = Lines.trim(text, start, to);
            if (end > start && !open.isEmpty()) {
                add(Written.escaped(text, start, end, Escapes.MARKUP));
            }
        }

        private void add(Written value) {
            String element = own(open.get(open.size() - 1));
            if (NAMING.contains(element.toLowerCase(Locale.ROOT))) {
                named = value.text();
                return;
            }
            boolean nameless = VALUE.contains(element.toLowerCase(Locale.ROOT));
            List<String> path = new ArrayList<>(open.subList(0, open.size() - 1));
            if (!nameless || !named.isEmpty() || path.isEmpty()) {
                path.add(nameless && !named.isEmpty() ? named : open.get(open.size() - 1));
            }
            named = "";
            entries.add(Entry.value(path, value));
        }

        private void markup() {
            if (text.startsWith("<!--", at)) {
                int close = quotes.close("-->", at, text.length(), false);
                int end = close < 0 ? text.length() : close;
                entries.add(Entry.remark(text, at + 4, Math.max(at + 4, end)));
                at = close < 0 ? text.length() : close + 3;
            } else if (text.startsWith("<![CDATA[", at)) {
                int close = quotes.close("]]>", at, text.length(), false);
                if (close >= 0 && !open.isEmpty()) {
                    cdata(at + 9, close);
                }
                at = close < 0 ? at + 9 : close + 3;
            } else if (text.startsWith("</", at)) {
                close();
            } else if (at + 1 < text.length() && Character.isLetter(text.charAt(at + 1))) {
                element();
            } else {
                at++;
            }
        }

        private void cdata(int from, int to) {
            int start = from;
            while (start < to && Character.isWhitespace(text.charAt(start))) {
                start++;
            }
            add(Written.plain(text, start, Lines.trim(text, start, to)));
        }

        private void close() {
            int end = text.indexOf('>', at);
            at = end < 0 ? text.length() : end + 1;
            if (!open.isEmpty()) {
                open.remove(open.size() - 1);
            }
        }

        private void element() {
            int from = ++at;
            while (at < text.length() && isName(text.charAt(at))) {
                at++;
            }
            String element = text.substring(from, at);
            Map<String, Written> attributes = new LinkedHashMap<>();
            boolean empty = attributes(attributes);
            String name = attributes.entrySet().stream()
                    .filter(attribute -> NAMING.contains(attribute.getKey().toLowerCase(Locale.ROOT)))
                    .map(attribute -> attribute.getValue().text())
                    .findFirst()
                    .orElse("");
            attributes.forEach((key, value) -> {
                if (!NAMING.contains(key.toLowerCase(Locale.ROOT)) || name.isEmpty()) {
                    boolean nameless = key.equalsIgnoreCase("value") && !name.isEmpty();
                    entries.add(Entry.value(attribute(element, nameless ? name : key), value));
                }
            });
            if (!empty && open.size() < DEEPEST) {
                open.add(name.isEmpty() || isLong(name) ? element : name);
            }
        }

        // A value for an address is what the element around says.
        private List<String> attribute(String element, String name) {
            boolean address = name.contains("://") && !open.isEmpty();
            return address ? List.of(open.get(open.size() - 1), "value") : List.of(element, name);
        }

        private static boolean isLong(String name) {
            return name.length() > 80;
        }

        // Whether the element ends with its own tag.
        private boolean attributes(Map<String, Written> attributes) {
            while (at < text.length() && text.charAt(at) != '>' && text.charAt(at) != '<') {
                int from = at;
                while (at < text.length() && isName(text.charAt(at))) {
                    at++;
                }
                String name = text.substring(from, at);
                int equals = blanks(at);
                if (!name.isEmpty() && equals < text.length() && text.charAt(equals) == '=') {
                    at = value(name, blanks(equals + 1), attributes);
                } else if (at == from) {
                    at++;
                }
            }
            boolean empty = at > 0 && at < text.length() && text.charAt(at - 1) == '/';
            at = at < text.length() && text.charAt(at) == '>' ? at + 1 : at;
            return empty;
        }

        private int blanks(int from) {
            int i = from;
            while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
                i++;
            }
            return i;
        }

        private int value(String name, int from, Map<String, Written> attributes) {
            String quote = from < text.length() ? quotes.opening(from, "\"'") : "";
            if (quote.isEmpty()) {
                return from;
            }
            int close = quotes.close(quote.substring(0, 1), from + 1, text.length(), false);
            if (close < 0) {
                return from + 1;
            }
            attributes.put(name, Written.escaped(text, from + 1, close, Escapes.MARKUP));
            return close + 1;
        }

        private static boolean isName(char c) {
            return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' || c == ':';
        }

        private static String own(String name) {
            return name.substring(name.indexOf(':') + 1);
        }
    }
}

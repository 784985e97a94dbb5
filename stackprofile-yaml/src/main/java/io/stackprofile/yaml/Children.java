package io.stackprofile.yaml;

import java.util.List;

/** Where the children of a collection begin and end in the source, key, dash and question mark included. */
final class Children {
    private final Source source;
    private final List<YamlEntry> entries;
    private final List<YamlNode> items;
    final Span span;
    final CollectionPlace place;

    private Children(Source source, List<YamlEntry> entries, List<YamlNode> items, Span span, CollectionPlace place) {
        this.source = source;
        this.entries = entries;
        this.items = items;
        this.span = span;
        this.place = place;
    }

    static Children of(YamlMapping mapping) {
        return new Children(mapping.source, mapping.entries(), List.of(), mapping.span(), mapping.place());
    }

    static Children of(YamlSequence sequence) {
        return new Children(sequence.source, List.of(), sequence.items(), sequence.span(), sequence.place());
    }

    int count() {
        return entries.size() + items.size();
    }

    /** Whether it holds no text in double quotes, judged by the first child. */
    boolean isPlain() {
        if (count() == 0) {
            return false;
        }
        YamlNode first = entries.isEmpty() ? items.get(0) : entries.get(0).key();
        return !(first instanceof YamlScalar scalar) || scalar.style() == ScalarStyle.PLAIN;
    }

    /** The child itself, or an entry's value. */
    YamlNode node(int child) {
        return entries.isEmpty() ? items.get(child) : entries.get(child).value();
    }

    int end(int child) {
        if (entries.isEmpty()) {
            return items.get(child).fullSpan().end();
        }
        YamlEntry entry = entries.get(child);
        return Math.max(entry.key().fullSpan().end(), entry.value().fullSpan().end());
    }

    int start(int child) {
        if (child == 0 && !place.flow()) {
            return span.start();
        }
        YamlNode first =
                entries.isEmpty() ? items.get(child) : entries.get(child).key();
        int at = first.fullSpan().start();
        if (!entries.isEmpty()) {
            return questionMark(at);
        }
        return place.flow() ? at : dash(at);
    }

    /** An explicit key's {@code ?}, or the key itself. */
    private int questionMark(int key) {
        int at = key - 1;
        while (at > span.start() && " \t\r\n".indexOf(source.text.charAt(at)) >= 0) {
            at--;
        }
        boolean marked = at >= span.start()
                && at < key - 1
                && source.text.charAt(at) == '?'
                && (place.flow() || source.columnOf(at) - 1 == place.indent());
        return marked ? at : key;
    }

    /** An item's dash stands at the list's column, on its line or, before comments and blank lines, above it. */
    private int dash(int item) {
        for (int line = source.lineStart(item); line >= span.start(); line = source.lineStart(line - 1)) {
            int at = line + place.indent();
            if (source.text.startsWith("-", at) && source.isBlank(line, at)) {
                return at;
            }
        }
        return span.start();
    }
}

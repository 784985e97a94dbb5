package io.stackprofile.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Collects changes to a file and applies them at once. Everything outside the changes stays byte for byte. Not safe for
 * use by several threads.
 */
public final class YamlEditor {
    private final Source source;
    private final List<Splice> splices = new ArrayList<>();

    private record Splice(Span span, String text) {}

    /** An editor without changes. */
    public YamlEditor(YamlFile file) {
        this.source = file.source();
    }

    /** Replaces a range of the file's text. */
    public YamlEditor replace(Span span, String text) {
        splices.add(new Splice(span, text));
        return this;
    }

    /** Replaces a scalar's content with source text, taken as it is. Anchor and tag stay. */
    public YamlEditor replaceRaw(YamlScalar scalar, String raw) {
        return replace(scalar.span(), raw);
    }

    /**
     * The changed text.
     *
     * @throws IllegalStateException if two changes overlap
     */
    public String apply() {
        List<Splice> sorted = new ArrayList<>(splices);
        sorted.sort(Comparator.comparingInt((Splice s) -> s.span.start()).thenComparingInt(s -> s.span.end()));
        StringBuilder out = new StringBuilder(source.text.length() + 256);
        int at = 0;
        for (Splice splice : sorted) {
            if (splice.span.start() < at) {
                throw new IllegalStateException("changes overlap at offset " + splice.span.start());
            }
            out.append(source.text, at, splice.span.start()).append(splice.text);
            at = splice.span.end();
        }
        return out.append(source.text, at, source.text.length()).toString();
    }
}

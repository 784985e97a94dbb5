package io.stackprofile.yaml;

import org.jspecify.annotations.Nullable;

/** A scalar, key or value. */
public final class YamlScalar extends SourceNode implements YamlNode {
    private final String text;
    private final ScalarContext context;
    private final int parentIndent;
    // Built when first asked for; a race builds it twice, to the same content.
    private @Nullable ScalarMap map;

    YamlScalar(Source source, Origin origin, String text, ScalarContext context, int parentIndent) {
        super(source, origin);
        this.text = text;
        this.context = context;
        this.parentIndent = parentIndent;
    }

    /** How it is written. */
    public ScalarStyle style() {
        return context.style();
    }

    /** Its text, with quotes, escapes, folding and indentation undone. */
    public String text() {
        return text;
    }

    /** What it means to Kubernetes' reader. */
    public YamlValue value() {
        YamlValue value = GoScalar.resolve(origin.tag(), text, style() == ScalarStyle.PLAIN);
        if (value == null) {
            throw new IllegalStateException("the parser let a scalar pass that has no value");
        }
        return value;
    }

    /** The place it stands at. */
    public ScalarContext context() {
        return context;
    }

    /** Whether nothing is written here, as after {@code key:}. */
    public boolean isMissing() {
        return text.isEmpty() && style() == ScalarStyle.PLAIN;
    }

    /**
     * The source of a range of {@link #text()}. An escape is never split: the span holds all of each escape, fold and
     * line break that the range touches. An empty range gives the empty span before {@code from}.
     * The line break at the end of a block's text stands just behind {@link #span()}.
     *
     * @throws IndexOutOfBoundsException if the range does not lie in the text
     */
    public Span sourceOf(int from, int to) {
        if (from < 0 || to < from || to > text.length()) {
            throw new IndexOutOfBoundsException("range " + from + ".." + to + " of " + text.length());
        }
        return map().sourceOf(from, to);
    }

    /** The column of the block collection it stands in, -1 for none. */
    int parentIndent() {
        return parentIndent;
    }

    ScalarMap map() {
        ScalarMap known = map;
        if (known == null) {
            known = ScalarMap.of(this);
            map = known;
        }
        return known;
    }

    @Override
    public YamlNode resolve() {
        return this;
    }
}

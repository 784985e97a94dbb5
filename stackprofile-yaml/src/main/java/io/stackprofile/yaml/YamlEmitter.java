package io.stackprofile.yaml;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes text so that Kubernetes' reader reads the same text back, and values so that it reads the same type.
 *
 * <p>Every method refuses half of a surrogate pair with an IllegalArgumentException. Line breaks in what is returned
 * are line feeds; a file with other breaks still reads the same.
 */
public final class YamlEmitter {
    private YamlEmitter() {}

    /**
     * Text encoded for a position inside a scalar of that context: escapes between double quotes, doubled single
     * quotes, indented lines in a block.
     *
     * @throws IllegalArgumentException if the style cannot hold the text whatever stands around it: line breaks in plain
     *     or single-quoted text, control characters anywhere but between double quotes. {@link #part} also looks at what
     *     stands around it
     */
    public static String fragment(ScalarContext c, String text) {
        Printable.requireWhole(text);
        return Fragments.encode(c, text)
                .orElseThrow(() -> new IllegalArgumentException("text that this style cannot hold"));
    }

    /**
     * Text encoded for a position inside a scalar whose other text stays as it is written; empty if the whole would not
     * read back as {@code before + text + after}, or would no longer be a string. Then write the whole with
     * {@link #scalar}. What it replaces must not be a whole empty line of a block: such a line need not be indented.
     *
     * @param before the decoded text before the position
     * @param after the decoded text after it
     */
    public static Optional<String> part(ScalarContext c, String before, String text, String after) {
        Printable.requireWhole(text);
        return Fragments.fits(c, before, text, after) ? Fragments.encode(c, text) : Optional.empty();
    }

    /**
     * A whole string scalar for that context. The style is kept where it can hold the text; plain text is written only
     * where it is safe in every schema; a block of lines keeps its style; anything else gets double quotes. A folded
     * block becomes a literal one.
     */
    public static String scalar(ScalarContext c, String text) {
        Printable.requireWhole(text);
        return switch (c.style()) {
            case PLAIN -> PlainText.isSafe(c, text) ? text : Quoted.doubleQuoted(text);
            case SINGLE_QUOTED -> Quoted.singleOrDouble(text);
            case DOUBLE_QUOTED -> Quoted.doubleQuoted(text);
            default -> LiteralText.whole(c, text).orElseGet(() -> Quoted.doubleQuoted(text));
        };
    }

    /** A whole scalar that reads back as the same JSON value: plain, unless it is a string. */
    public static String typed(ScalarContext c, YamlValue v) {
        if (v.tree() instanceof String text) {
            return scalar(c, text);
        }
        return v.tree() instanceof Double number ? GoFloat.yaml(number) : v.json();
    }

    /**
     * A document in block style, indented by two, with a line feed at its end. Maps are written in their own order.
     *
     * @param tree Map with String keys, List, String, Boolean, whole numbers, Float, Double, BigDecimal or null; also a
     *     {@link YamlScalar}, whose plain number, boolean or null keeps its spelling
     * @throws IllegalArgumentException for other types, numbers that are not finite, or nesting deeper than 1000
     */
    public static String document(@Nullable Object tree) {
        return TreeWriter.document(tree);
    }
}

package io.stackprofile.core.internal.template;

/** How a placeholder stands in its scalar, which decides what a value becomes there. */
public enum SlotContext {
    /** It is the whole of a plain scalar: the value keeps its type. */
    PLAIN,
    /** It is the whole of a quoted scalar with the filter {@code typed}: the quotes go and the value keeps its type. */
    TYPED,
    /** It is the whole of a quoted scalar: a string in the same quotes. */
    QUOTED,
    /** It stands in a block scalar: part of a string, each of its lines indented. */
    BLOCK,
    /** It stands in a longer plain or quoted scalar: part of a string. */
    EMBEDDED,
    /** It stands in a mapping's key: a string. */
    KEY;

    /** Whether a value keeps its type here instead of becoming text. */
    boolean keepsType() {
        return this == PLAIN || this == TYPED;
    }
}

package io.stackprofile.yaml;

/** How a scalar is written. */
public enum ScalarStyle {
    /** Without quotes. */
    PLAIN,
    /** {@code 'text'}. */
    SINGLE_QUOTED,
    /** {@code "text"}. */
    DOUBLE_QUOTED,
    /** A block after {@code |}. */
    LITERAL,
    /** A block after {@code >}. */
    FOLDED;

    /** Whether this is one of the two block styles. */
    public boolean isBlock() {
        return this == LITERAL || this == FOLDED;
    }
}

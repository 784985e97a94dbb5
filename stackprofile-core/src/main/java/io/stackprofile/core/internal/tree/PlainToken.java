package io.stackprofile.core.internal.tree;

/**
 * A scalar of a plain tree that is one placeholder without quotes, and so takes its parameter's type.
 *
 * @param text the placeholder
 */
public record PlainToken(String text) {

    /** The placeholder. */
    @Override
    public String toString() {
        return text;
    }
}

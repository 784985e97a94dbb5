package io.stackprofile.core.internal.template;

import org.jspecify.annotations.Nullable;

/**
 * A placeholder as it stands in raw text.
 *
 * @param start the offset of the first <code>$</code>
 * @param end the offset after <code>}}</code>, or after what could still be read
 * @param dollars how many <code>$</code>; with more than one the placeholder is escaped, and only start, end and this
 *     are of use
 * @param name the parameter's name as written
 * @param filter the filter as written, if there is one
 * @param flaw why it is not a placeholder, if it is not
 */
record Token(
        int start,
        int end,
        int dollars,
        String name,
        @Nullable String filter,
        @Nullable Flaw flaw) {

    /** What may be wrong with a placeholder's own text. */
    enum Flaw {
        /** Its line ends before it does. */
        UNCLOSED,
        /** A line break between <code>${{</code> and the name. */
        LINE_BREAK,
        /** What stands as the name cannot be one. */
        BAD_NAME,
        /** Something other than one filter after the name. */
        MALFORMED
    }

    boolean isLive() {
        return dollars == 1;
    }
}

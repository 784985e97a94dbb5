package io.stackprofile.core.internal.parameterise;

import io.stackprofile.yaml.Span;

/**
 * A range of source text that a placeholder replaces.
 *
 * @param span the range
 * @param before what is written before the placeholder
 * @param filter the placeholder's filter; empty for none
 * @param after what is written after it
 */
public record Cut(Span span, String before, String filter, String after) {

    /** A range that a placeholder alone replaces. */
    public static Cut of(Span span, String filter) {
        return new Cut(span, "", filter, "");
    }

    /** What is written in the range's place. */
    public String written(String parameter) {
        return before + "${{ parameters." + parameter + (filter.isEmpty() ? "" : " | " + filter) + " }}" + after;
    }
}

package io.stackprofile.yaml;

/**
 * A half-open range of UTF-16 offsets into a file's text.
 *
 * @param start the first offset inside
 * @param end the first offset after
 */
public record Span(int start, int end) {
    /** Refuses a range that runs backwards. */
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("not a range: " + start + ".." + end);
        }
    }

    /** How many UTF-16 units the range holds. */
    public int length() {
        return end - start;
    }

    /** Whether {@code other} lies within this range. */
    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }

    /** The text of this range. */
    public String of(String text) {
        return text.substring(start, end);
    }
}

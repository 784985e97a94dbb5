package io.stackprofile;

import java.util.regex.Pattern;

/**
 * A SHA-256 over content, as text {@code sha256:<64 hex digits>}.
 *
 * @param text the digest's text, lower case
 */
public record Digest(String text) {

    private static final Pattern SHAPE = Pattern.compile("sha256:[0-9a-f]{64}");

    /** Checks the shape. */
    public Digest {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("a digest is 'sha256:' and 64 lower-case hex digits");
        }
    }

    /** Reads a digest from its text. */
    public static Digest of(String text) {
        return new Digest(text);
    }

    @Override
    public String toString() {
        return text;
    }
}

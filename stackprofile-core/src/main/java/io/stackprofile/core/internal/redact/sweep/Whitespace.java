package io.stackprofile.core.internal.redact.sweep;

/** White space, which no comparison of secrets minds. */
final class Whitespace {

    private Whitespace() {}

    static String without(String source) {
        StringBuilder kept = new StringBuilder(source.length());
        source.codePoints().filter(c -> !Character.isWhitespace(c)).forEach(kept::appendCodePoint);
        return kept.toString();
    }
}

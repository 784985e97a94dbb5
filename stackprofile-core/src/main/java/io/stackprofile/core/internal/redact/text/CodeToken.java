package io.stackprofile.core.internal.redact.text;

/**
 * A piece of source code.
 *
 * @param kind what it is
 * @param value where it stands, quotes excluded
 * @param startsLine whether nothing but blanks stands before it
 */
record CodeToken(Kind kind, Written value, boolean startsLine) {

    /** What a piece of code may be. */
    enum Kind {
        WORD,
        STRING,
        SIGN,
        DOCUMENT,
        REMARK
    }

    String text() {
        return value.text();
    }

    int from() {
        return value.from();
    }

    int to() {
        return value.to();
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }

    /** Whether it may be the name of a value. */
    boolean names() {
        return (kind == Kind.WORD || kind == Kind.STRING) && text().length() <= LONGEST_NAME;
    }

    private static final int LONGEST_NAME = 100;
}

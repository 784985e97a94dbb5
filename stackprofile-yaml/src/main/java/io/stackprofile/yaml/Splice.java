package io.stackprofile.yaml;

/** A range of the source and what takes its place. */
record Splice(Span span, String text) {
    static Splice insert(int at, String text) {
        return new Splice(new Span(at, at), text);
    }

    static Splice delete(int from, int to) {
        return new Splice(new Span(from, to), "");
    }
}

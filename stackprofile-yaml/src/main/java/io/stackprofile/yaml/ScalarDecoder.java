package io.stackprofile.yaml;

/** Decodes a scalar's source a second time, noting where each character comes from. */
final class ScalarDecoder {
    private final Source source;
    private final StringBuilder out = new StringBuilder();
    private final ScalarMap.Builder map = new ScalarMap.Builder();
    private int contentEnd;

    /**
     * Where the text comes from.
     *
     * @param exact whether we decoded the same text as the engine
     */
    record Decoded(ScalarMap map, boolean exact) {}

    private ScalarDecoder(Source source) {
        this.source = source;
    }

    static Decoded decode(YamlScalar scalar) {
        ScalarDecoder decoder = new ScalarDecoder(scalar.source);
        int start = scalar.origin.start();
        int end = scalar.origin.end();
        switch (scalar.style()) {
            case PLAIN -> new FlowText(decoder.source.text, decoder).plain(start, end);
            case SINGLE_QUOTED -> new FlowText(decoder.source.text, decoder).singleQuoted(start + 1, end - 1);
            case DOUBLE_QUOTED -> new FlowText(decoder.source.text, decoder).doubleQuoted(start + 1, end - 1);
            case LITERAL, FOLDED -> new BlockText(scalar, decoder).read(start);
            default -> throw new IllegalStateException();
        }
        String text = decoder.out.toString();
        if (!text.equals(scalar.text())) {
            return whole(scalar);
        }
        return new Decoded(decoder.map.build(text.length(), decoder.contentEnd), true);
    }

    /** Should we ever decode otherwise than the engine did, any part of the text is mapped to all of its source. */
    private static Decoded whole(YamlScalar scalar) {
        ScalarMap.Builder map = new ScalarMap.Builder();
        map.run(0, scalar.origin.start(), scalar.origin.end());
        return new Decoded(map.build(scalar.text().length(), scalar.origin.end()), false);
    }

    /** Characters that stand for themselves. */
    void copy(int from, int to) {
        if (to > from) {
            map.run(out.length(), from, to);
            out.append(source.text, from, to);
        }
    }

    /** One character written as {@code from..to}. */
    void one(char decoded, int from, int to) {
        map.run(out.length(), from, to);
        out.append(decoded);
    }

    /** A code point written as an escape. */
    void codePoint(int decoded, int from, int to) {
        map.run(out.length(), from, to);
        out.appendCodePoint(decoded);
    }

    int length() {
        return out.length();
    }

    void endAt(int end) {
        contentEnd = end;
    }
}

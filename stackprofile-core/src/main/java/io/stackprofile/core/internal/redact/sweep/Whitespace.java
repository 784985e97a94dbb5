package io.stackprofile.core.internal.redact.sweep;

/**
 * A text without its white space, and where each character stood. Encoders wrap lines and YAML indents blocks: compared
 * without white space, a secret is the same however it was laid out.
 */
public final class Whitespace {

    private final String text;
    private final int[] places;

    private Whitespace(String text, int[] places) {
        this.text = text;
        this.places = places;
    }

    public static Whitespace strip(CharSequence source) {
        StringBuilder kept = new StringBuilder(source.length());
        int[] places = new int[source.length()];
        for (int at = 0; at < source.length(); at++) {
            char c = source.charAt(at);
            if (!Character.isWhitespace(c)) {
                places[kept.length()] = at;
                kept.append(c);
            }
        }
        return new Whitespace(kept.toString(), places);
    }

    public static String without(String source) {
        return strip(source).text;
    }

    public String text() {
        return text;
    }

    /** Where the character at {@code index} stood in the source. */
    public int place(int index) {
        return places[index];
    }
}

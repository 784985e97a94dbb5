package io.stackprofile.core.internal.render;

/** Builds HTML: tags are ours, every text is escaped. */
final class Html {

    private final StringBuilder out = new StringBuilder();

    /** Appends markup of ours as it is. */
    Html markup(String markup) {
        out.append(markup);
        return this;
    }

    /** Appends a text, escaped for content and quoted attributes alike. */
    Html text(String text) {
        for (int i = 0; i < text.length(); i++) {
            append(text.charAt(i));
        }
        return this;
    }

    /** {@code <tag>text</tag>}. */
    Html element(String tag, String text) {
        return markup("<" + tag + ">").text(text).markup("</" + tag + ">");
    }

    /** {@code <tag class="classes">text</tag>}. */
    Html element(String tag, String classes, String text) {
        return markup("<" + tag + " class=\"" + classes + "\">").text(text).markup("</" + tag + ">");
    }

    private void append(char c) {
        switch (c) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            // A reader cannot see a carriage return, and it may be all that differs.
            case '\r' -> out.append('\u240D');
            // HTML knows no other control characters, and some turn the reading direction of what follows.
            default -> out.append(isHidden(c) ? '\uFFFD' : c);
        }
    }

    private static boolean isHidden(char c) {
        boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
        return control || (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
    }

    @Override
    public String toString() {
        return out.toString();
    }
}

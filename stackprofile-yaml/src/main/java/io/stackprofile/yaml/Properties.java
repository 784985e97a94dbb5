package io.stackprofile.yaml;

/** Finds where a node's content begins after its anchor and tag, which the engine counts to the node. */
final class Properties {
    private Properties() {}

    /**
     * The offset after {@code count} properties and the blanks and comments that follow, at most {@code limit}.
     *
     * @param comments learns where the properties stand
     */
    static int skip(String text, int from, int count, int limit, CommentScan comments) {
        int at = from;
        for (int i = 0; i < count; i++) {
            int end = propertyEnd(text, at);
            comments.addOpaque(at, end);
            at = skipBlank(text, end);
        }
        return Math.min(at, limit);
    }

    static int propertyEnd(String text, int from) {
        int at = from;
        boolean verbatim = text.startsWith("!<", from);
        while (at < text.length() && !isEnd(text.charAt(at), verbatim)) {
            at++;
        }
        return verbatim && at < text.length() && text.charAt(at) == '>' ? at + 1 : at;
    }

    private static boolean isEnd(char c, boolean verbatim) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || (verbatim ? c == '>' : ",[]{}".indexOf(c) >= 0);
    }

    private static int skipBlank(String text, int from) {
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                at = lineEnd(text, at);
            } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
                at++;
            } else {
                break;
            }
        }
        return at;
    }

    private static int lineEnd(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
        return at;
    }
}

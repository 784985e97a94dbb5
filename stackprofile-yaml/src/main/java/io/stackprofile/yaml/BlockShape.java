package io.stackprofile.yaml;

import java.util.Optional;

/**
 * Where the parts of a block scalar stand.
 *
 * @param headerEnd after {@code |}, chomping and indentation indicators
 * @param bodyStart the start of the line after the header
 * @param indent the spaces before each line
 * @param end the end of the last line of content, line break excluded
 * @param chomp {@code '-'}, {@code '+'} or a blank for neither
 */
record BlockShape(int headerEnd, int bodyStart, int indent, int end, char chomp) {
    /**
     * Reads the parts.
     *
     * @param start the offset of {@code |} or {@code >}
     * @param limit where the engine says the scalar ends: after its trailing blank lines
     * @param parentIndent the column of the block collection it stands in, -1 at the root
     */
    static BlockShape read(Source source, int start, int limit, int parentIndent) {
        String text = source.text;
        int at = start + 1;
        int explicit = 0;
        char chomp = ' ';
        while (at < text.length() && "+-123456789".indexOf(text.charAt(at)) >= 0) {
            char c = text.charAt(at++);
            if (c == '+' || c == '-') {
                chomp = c;
            } else {
                explicit = c - '0';
            }
        }
        int body = source.nextLine(at);
        int found = explicit > 0 ? Math.max(parentIndent, 0) + explicit : detect(source, body, limit);
        // Without content, lines of blanks are blank lines however long they are.
        int indent = found > parentIndent
                ? found
                : Math.max(Math.max(parentIndent, 0) + 2, longestBlank(source, body, limit));
        int end = chomp == '+'
                ? beforeBreak(text, Math.min(limit, text.length()), at)
                : contentEnd(source, body, limit, indent, at);
        return new BlockShape(at, body, indent, end, chomp);
    }

    /** Makes the block give up the break at its end; empty if its header says so already, or it has no text. */
    static Optional<Splice> stripped(YamlScalar block) {
        int at = block.span().start() + 1;
        String text = block.source.text;
        for (int i = at; i < text.length() && "+-123456789".indexOf(text.charAt(i)) >= 0; i++) {
            if (text.charAt(i) == '-') {
                return Optional.empty();
            }
            if (text.charAt(i) == '+') {
                return Optional.of(new Splice(new Span(i, i + 1), "-"));
            }
        }
        return block.text().isEmpty() ? Optional.empty() : Optional.of(Splice.insert(at, "-"));
    }

    private static int detect(Source source, int body, int limit) {
        for (int line = body; line < limit; line = source.nextLine(line)) {
            int end = source.lineEnd(line);
            int spaces = spaces(source.text, line, end);
            if (line + spaces < end) {
                requireNoTab(source, line + spaces);
                return spaces;
            }
        }
        return -1;
    }

    private static int longestBlank(Source source, int body, int limit) {
        int longest = 0;
        for (int line = body; line < limit; line = source.nextLine(line)) {
            longest = Math.max(longest, spaces(source.text, line, source.lineEnd(line)));
        }
        return longest;
    }

    /** The engine takes a tab after the first line's spaces for content; Go's reader refuses it. */
    private static void requireNoTab(Source source, int at) {
        if (source.text.charAt(at) == '\t') {
            throw new YamlException(
                    YamlException.Code.SYNTAX, "a tab stands where only spaces may indent", source.place(at));
        }
    }

    private static int contentEnd(Source source, int body, int limit, int indent, int header) {
        int last = header;
        int line = body;
        while (line < limit) {
            int end = Math.min(source.lineEnd(line), limit);
            int spaces = spaces(source.text, line, end);
            if (line + spaces < end || spaces > indent) {
                last = end;
            }
            line = source.nextLine(line);
        }
        return last;
    }

    private static int beforeBreak(String text, int limit, int header) {
        int end = limit;
        if (end > header && text.charAt(end - 1) == '\n') {
            end--;
        }
        if (end > header && text.charAt(end - 1) == '\r') {
            end--;
        }
        return Math.max(end, header);
    }

    private static int spaces(String text, int from, int to) {
        int at = from;
        while (at < to && text.charAt(at) == ' ') {
            at++;
        }
        return at - from;
    }
}

package io.stackprofile.yaml;

import java.util.Collections;
import java.util.List;

/** What stands around a place: comments, dashes, the line that owns a block. */
final class Surroundings {
    private final Source source;
    private final List<YamlComment> comments;

    Surroundings(YamlFile file) {
        this.source = file.source();
        this.comments = file.comments();
    }

    Source source() {
        return source;
    }

    /**
     * The end of the content on the nearest line above {@code line} that is neither blank nor a comment, before its own
     * comment; -1 if there is none.
     */
    int contentAbove(int line) {
        int above = line;
        while (above > source.lineStart(0)) {
            above = source.lineStart(above - 1);
            int content = source.blanksAfter(above);
            int end = source.lineEnd(above);
            if (content < end && source.text.charAt(content) != '#') {
                return source.blanksBefore(commentOrEnd(above, end));
            }
        }
        return -1;
    }

    private int commentOrEnd(int from, int to) {
        int at = firstCommentFrom(from);
        return at < comments.size() ? Math.min(to, comments.get(at).span().start()) : to;
    }

    private int firstCommentFrom(int offset) {
        YamlComment probe = new YamlComment(new Span(offset, offset), "");
        int found = Collections.binarySearch(
                comments,
                probe,
                (a, b) -> Integer.compare(a.span().start(), b.span().start()));
        return found >= 0 ? found : -found - 1;
    }

    /** Whether {@code from..to} holds only blanks and the dashes of list items. */
    boolean isBlankOrDashes(int from, int to) {
        for (int i = from; i < to; i++) {
            char c = source.text.charAt(i);
            boolean dash = c == '-' && i + 1 < to && source.text.charAt(i + 1) == ' ';
            boolean apart = i == from || source.text.charAt(i - 1) == ' ';
            if (c != ' ' && !(dash && apart)) {
                return false;
            }
        }
        return true;
    }

    /** The first offset from {@code from} on that is neither blank, nor a line break, nor in a comment. */
    int skipToContent(int from) {
        int at = from;
        while (at < source.text.length()) {
            char c = source.text.charAt(at);
            if (c == '#') {
                at = source.lineEnd(at);
            } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
                at++;
            } else {
                break;
            }
        }
        return at;
    }
}

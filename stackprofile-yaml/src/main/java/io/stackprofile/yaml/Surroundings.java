package io.stackprofile.yaml;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stands around a place: comments, dashes, the line that owns a block. */
final class Surroundings {
    private final Source source;
    private final List<YamlComment> comments;
    private final @Nullable YamlScalar lastScalar;

    Surroundings(YamlFile file) {
        this.source = file.source();
        this.comments = file.comments();
        this.lastScalar = file.documents().isEmpty()
                ? null
                : file.documents()
                        .get(file.documents().size() - 1)
                        .root()
                        .map(Surroundings::lastScalar)
                        .orElse(null);
    }

    /** The scalar that a node's source ends with, if it ends with one. */
    static @Nullable YamlScalar lastScalar(YamlNode node) {
        YamlNode last = node;
        while (true) {
            if (last instanceof YamlMapping mapping && !mapping.entries().isEmpty()) {
                last = mapping.entries().get(mapping.entries().size() - 1).value();
            } else if (last instanceof YamlSequence list && !list.items().isEmpty()) {
                last = list.items().get(list.items().size() - 1);
            } else {
                return last instanceof YamlScalar scalar ? scalar : null;
            }
        }
    }

    /** The block scalar that the text ends with, if there is no line break behind it. */
    Optional<YamlScalar> lastBlock() {
        return Optional.ofNullable(lastScalar)
                .filter(last -> last.style().isBlock() && last.span().end() == source.text.length());
    }

    /**
     * Whether a block of lines inside a collection at the column {@code indent} can end before {@code line}. Blanks and
     * comments further in would be taken for its text.
     */
    boolean endsBlock(int line, int indent) {
        for (int at = line; at < source.text.length(); at = source.nextLine(at)) {
            int content = source.blanksAfter(at);
            boolean blank = content == source.lineEnd(at);
            if (!blank && !source.text.startsWith("#", content)) {
                return true;
            }
            if (content > at + indent) {
                return false;
            }
        }
        return true;
    }

    /** Whether a block's header asks to keep the blank lines behind its text. */
    boolean keepsBlanks(YamlScalar block) {
        int at = block.span().start() + 1;
        while (at < source.text.length() && "+-0123456789".indexOf(source.text.charAt(at)) >= 0) {
            if (source.text.charAt(at) == '+') {
                return true;
            }
            at++;
        }
        return false;
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

    boolean isComment(int offset) {
        int at = firstCommentFrom(offset);
        return at < comments.size() && comments.get(at).span().start() == offset;
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

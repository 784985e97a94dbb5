package io.stackprofile.yaml;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds comments: what begins with {@code #} outside scalars, anchors, tags and aliases. (The engine's own comment
 * events change how its parser goes, and misplace some.)
 */
final class CommentScan {
    private final Source source;
    // Pairs of offsets, ascending: the parts of the text in which # is not a comment.
    private final IntList opaque = new IntList();

    CommentScan(Source source) {
        this.source = source;
    }

    void addOpaque(int start, int end) {
        if (end > start) {
            opaque.add(start);
            opaque.add(end);
        }
    }

    List<YamlComment> comments() {
        List<YamlComment> out = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < opaque.size(); i += 2) {
            from = gap(from, opaque.get(i), out);
            from = Math.max(from, opaque.get(i + 1));
        }
        gap(from, source.text.length(), out);
        return List.copyOf(out);
    }

    private int gap(int from, int to, List<YamlComment> out) {
        int at = source.text.indexOf('#', from);
        while (at >= 0 && at < to) {
            int next = at + 1;
            if (!isInDirective(at)) {
                next = source.lineEnd(at);
                Span span = new Span(at, next);
                out.add(new YamlComment(span, span.of(source.text)));
            }
            at = source.text.indexOf('#', next);
        }
        return to;
    }

    private boolean isInDirective(int at) {
        int line = source.lineStart(at);
        return source.text.charAt(line) == '%' && " \t".indexOf(source.text.charAt(at - 1)) < 0;
    }
}

package io.stackprofile.core.internal.template;

import io.stackprofile.yaml.YamlComment;
import java.util.List;

/** Tells which offsets lie in comments, asked in rising order. */
final class CommentCursor {

    private final List<YamlComment> comments;
    private int next;

    CommentCursor(List<YamlComment> comments) {
        this.comments = comments;
    }

    boolean holds(int offset) {
        while (next < comments.size() && comments.get(next).span().end() <= offset) {
            next++;
        }
        return next < comments.size() && comments.get(next).span().start() <= offset;
    }
}

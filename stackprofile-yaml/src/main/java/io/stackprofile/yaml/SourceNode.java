package io.stackprofile.yaml;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a node stands; the part that every kind of node shares. */
abstract class SourceNode {
    final Source source;
    final Origin origin;

    /** The offsets and properties of one node. */
    record Origin(
            int fullStart,
            int start,
            int end,
            @Nullable String anchor,
            @Nullable String tag) {
        Origin endingAt(int newEnd) {
            return new Origin(fullStart, start, Math.max(start, newEnd), anchor, tag);
        }
    }

    SourceNode(Source source, Origin origin) {
        this.source = source;
        this.origin = origin;
    }

    public final Span span() {
        return new Span(origin.start(), origin.end());
    }

    public final Span fullSpan() {
        return new Span(origin.fullStart(), origin.end());
    }

    public final int line() {
        return source.lineOf(origin.start());
    }

    public final int column() {
        return source.columnOf(origin.start());
    }

    public final Optional<String> anchor() {
        return Optional.ofNullable(origin.anchor());
    }

    public final Optional<String> tag() {
        return Optional.ofNullable(origin.tag());
    }
}

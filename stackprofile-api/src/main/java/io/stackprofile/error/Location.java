package io.stackprofile.error;

import io.stackprofile.stack.MemberRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Where something stands: as much of file, member, document, path, line and column as is known. */
@Value.Immutable
public interface Location {

    /** A file's path, relative to its cluster's folder where there is one. */
    Optional<String> file();

    /** The member of the stack. */
    Optional<MemberRef> member();

    /** Which document of a stream of several, from 0. */
    Optional<Integer> document();

    /** An RFC 6901 JSON Pointer into the document. */
    Optional<String> path();

    /** The line of the text, from 1. */
    Optional<Integer> line();

    /** The column of the line, from 1, in UTF-16 units. */
    Optional<Integer> column();

    /** Reads as {@code file, member, path, line:column}; empty when nothing is known. */
    default String describe() {
        List<String> parts = new ArrayList<>();
        file().ifPresent(parts::add);
        member().ifPresent(ref -> parts.add(ref.toString()));
        document().filter(index -> index > 0).ifPresent(index -> parts.add("document " + (index + 1)));
        path().filter(pointer -> !pointer.isEmpty()).ifPresent(parts::add);
        line().ifPresent(line ->
                parts.add("line " + line + column().map(col -> ":" + col).orElse("")));
        return String.join(", ", parts);
    }

    /** Nowhere in particular. */
    static Location unknown() {
        return builder().build();
    }

    /** A member as a whole. */
    static Location member(MemberRef ref) {
        return builder().member(ref).build();
    }

    /** A file as a whole. */
    static Location file(String file) {
        return builder().file(file).build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Location}. */
    final class Builder extends ImmutableLocation.Builder {
        Builder() {}
    }
}

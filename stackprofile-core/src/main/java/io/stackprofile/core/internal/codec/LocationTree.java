package io.stackprofile.core.internal.codec;

import io.stackprofile.core.internal.tree.Entries;
import io.stackprofile.core.internal.tree.Fields;
import io.stackprofile.error.Location;
import io.stackprofile.stack.MemberRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A place as a tree. */
final class LocationTree {

    private static final List<String> KNOWN = List.of("file", "member", "document", "path", "line", "column");

    private LocationTree() {}

    static Map<String, Object> of(Location location) {
        return new Entries()
                .put("file", location.file())
                .put("member", location.member().map(MemberRef::toString))
                .put("document", number(location.document()))
                .put("path", location.path())
                .put("line", number(location.line()))
                .put("column", number(location.column()))
                .map();
    }

    static Location read(@Nullable Object tree, String path) {
        Fields fields = Fields.of(tree, path, KNOWN);
        return Location.builder()
                .file(fields.optionalText("file"))
                .member(fields.optionalParsed("member", MemberRef::parse))
                .document(fields.optionalNumber("document"))
                .path(fields.optionalText("path"))
                .line(fields.optionalNumber("line"))
                .column(fields.optionalNumber("column"))
                .build();
    }

    private static Optional<Long> number(Optional<Integer> number) {
        return number.map(Integer::longValue);
    }
}

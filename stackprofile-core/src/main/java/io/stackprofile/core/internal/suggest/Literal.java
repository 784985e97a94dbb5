package io.stackprofile.core.internal.suggest;

import io.stackprofile.error.Location;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.yaml.YamlScalar;
import java.util.List;

/**
 * A scalar that rules look at.
 *
 * @param member its member
 * @param owner the name of the object it stands in, or of the add-on
 * @param kind the object's kind; empty in Helm values
 * @param document the document's index
 * @param path its pointer
 * @param keys the pointer's steps without list indices
 * @param key what names it: its key, or the {@code name} beside a {@code value}
 * @param scalar the scalar
 * @param text its text, with what placeholders cover hidden
 */
record Literal(
        MemberRef member,
        String owner,
        String kind,
        int document,
        String path,
        List<String> keys,
        String key,
        YamlScalar scalar,
        String text) {

    Location location() {
        return Location.builder()
                .member(member)
                .document(document)
                .path(path)
                .line(scalar.line())
                .column(scalar.column())
                .build();
    }

    /** The key {@code up} steps above its own; empty when there is none. */
    String above(int up) {
        int at = keys.size() - 1 - up;
        return at < 0 ? "" : keys.get(at);
    }

    /** Whether nothing of it is a placeholder. */
    boolean isWhole() {
        return text.indexOf(LiteralScan.HIDDEN) < 0;
    }
}

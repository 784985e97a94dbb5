package io.stackprofile.core.internal.redact.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value in a document, as a reader of the document's kind gives it to the judge.
 *
 * @param path what the document calls it, outermost first
 * @param value where it stands, and what it means
 * @param role what is known of it besides its name
 * @param body for a document of its own, the kind, if known
 */
public record Entry(
        List<String> path,
        Written value,
        Role role,
        @Nullable TextKind body) {

    /** What a reader knows of a value. */
    public enum Role {
        /** Nothing: its name and its looks decide. */
        VALUE,
        /** The syntax says that a password stands here. */
        PASSWORD,
        /** A remark, where a value must look like one to count. */
        REMARK,
        /** A document of its own, which no name makes a secret. */
        DOCUMENT
    }

    static Entry value(List<String> path, Written value) {
        return new Entry(path, value, Role.VALUE, null);
    }

    static Entry password(List<String> path, Written value) {
        return new Entry(path, value, Role.PASSWORD, null);
    }

    static Entry document(List<String> path, Written value, @Nullable TextKind kind) {
        return new Entry(path, value, Role.DOCUMENT, kind);
    }

    static Entry remark(String text, int from, int to) {
        return new Entry(List.of(), Written.plain(text, from, to), Role.REMARK, null);
    }

    /** The last step of the path: the value's own name. */
    public String name() {
        return path.isEmpty() ? "" : path.get(path.size() - 1);
    }

    /** Names the place and nothing of the value. */
    @Override
    public String toString() {
        return "Entry[" + role + " " + value + "]";
    }
}

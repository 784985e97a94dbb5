package io.stackprofile.core.internal.redact.policy;

import io.stackprofile.stack.MemberRef;
import java.util.List;
import java.util.Optional;

/**
 * A place as overrides see it.
 *
 * @param member the member, as its reference reads; empty for what belongs to none
 * @param kind the kind of the object it stands in
 * @param path the keys and indexes from the document's root; empty for a comment, which stands nowhere
 */
public record Spot(String member, Optional<String> kind, Optional<List<String>> path) {

    /** A scalar of a member, by its RFC 6901 pointer. */
    public static Spot of(MemberRef member, Optional<String> kind, String pointer) {
        return new Spot(member.toString(), kind, Optional.of(Glob.pointer(pointer)));
    }

    /** A comment of a member. */
    public static Spot comment(MemberRef member) {
        return new Spot(member.toString(), Optional.empty(), Optional.empty());
    }

    /** A parameter's default. */
    public static Spot parameter(String name) {
        return new Spot("", Optional.empty(), Optional.of(List.of("parameters", name)));
    }

    List<String> memberSegments() {
        return List.of(member.split("/", -1));
    }

    /** Says nothing of keys, which may be secrets. */
    @Override
    public String toString() {
        return "Spot";
    }
}

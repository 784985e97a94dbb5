package io.stackprofile.core.internal.standing;

import io.stackprofile.error.Location;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.yaml.YamlPointer;
import java.util.Optional;

/**
 * A place at which the target holds a secret that is not the version's. It is known to be there, and no more.
 *
 * @param member the member
 * @param document the document of the text, as the target's side has it
 * @param path the place; absent for one that is no value, such as a comment: then the whole text is left out
 */
public record SecretEdit(MemberRef member, int document, Optional<String> path) {

    /** Where it is. */
    public Location location() {
        Location.Builder location = Location.builder();
        location.member(member).document(document);
        return path.map(pointer -> location.path(pointer).build()).orElseGet(location::build);
    }

    /** Whether {@code pointer} of {@code number} is the place, above it or below it. */
    public boolean touches(int number, String pointer) {
        return document == number
                && path.map(own -> isWithin(own, pointer) || isWithin(pointer, own))
                        .orElse(true);
    }

    private static boolean isWithin(String pointer, String above) {
        return YamlPointer.tokens(pointer).size() >= YamlPointer.tokens(above).size()
                && YamlPointer.tokens(pointer)
                        .subList(0, YamlPointer.tokens(above).size())
                        .equals(YamlPointer.tokens(above));
    }
}

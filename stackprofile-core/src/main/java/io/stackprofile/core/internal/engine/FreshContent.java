package io.stackprofile.core.internal.engine;

import io.stackprofile.core.internal.parameterise.Contents;
import io.stackprofile.draft.DraftEdit;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.stack.MemberRef;
import java.util.HashSet;
import java.util.Set;

/**
 * What the edits of one call brought in, whose secrets are taken out only when the call ends. What stands beside a value
 * and what it is called tell that it is a secret, so none of it may be moved elsewhere before.
 */
final class FreshContent {

    private final Set<MemberRef> members = new HashSet<>();
    private final Set<String> defaults = new HashSet<>();

    /** Refuses an edit that would take a value of this call away from its place or its name. */
    void requireNotMoved(DraftEdit edit) {
        if (edit instanceof DraftEdit.Parameterise parameterise && members.contains(parameterise.member())) {
            throw refused(
                    "the member is changed by the same edits, and its secrets are not taken out yet",
                    "Change it first, and make parameters of its values in a further edit.",
                    Location.member(parameterise.member()));
        }
        if (edit instanceof DraftEdit.RenameParameter rename) {
            requireStored(rename.from());
        } else if (edit instanceof DraftEdit.InlineParameter inline) {
            requireStored(inline.name());
        }
    }

    /** Remembers what {@code edit} brought in. */
    void add(DraftEdit edit, Contents before, Contents after) {
        if (edit instanceof DraftEdit.RenameMember rename && members.contains(rename.ref())) {
            members.add(rename.renamed());
        }
        if (edit instanceof DraftEdit.PutMember
                || edit instanceof DraftEdit.AddMember
                || edit instanceof DraftEdit.SetValue
                || edit instanceof DraftEdit.AddValue
                || edit instanceof DraftEdit.RemoveValue
                || edit instanceof DraftEdit.ReplaceAll
                || edit instanceof DraftEdit.InlineParameter) {
            after.spec().members().stream()
                    .filter(member -> !before.spec().members().contains(member))
                    .forEach(member -> members.add(member.ref()));
        }
        if (edit instanceof DraftEdit.PutParameter || edit instanceof DraftEdit.ReplaceAll) {
            after.parameters().stream()
                    .filter(parameter -> parameter.defaultValue().isPresent())
                    .filter(parameter -> !before.parameters().contains(parameter))
                    .map(Parameter::name)
                    .forEach(defaults::add);
        }
    }

    private void requireStored(String parameter) {
        if (defaults.contains(parameter)) {
            throw refused(
                    "parameter " + parameter + " is put by the same edits, and its default is not looked at yet",
                    "Put it under its last name, or rename or inline it in a further edit.",
                    Location.unknown());
        }
    }

    private static InvalidContentException refused(String problem, String remedy, Location location) {
        return new InvalidContentException(ErrorCode.INVALID_REQUEST, problem, remedy, location);
    }
}

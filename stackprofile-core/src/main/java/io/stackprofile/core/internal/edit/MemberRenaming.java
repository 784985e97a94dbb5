package io.stackprofile.core.internal.edit;

import io.stackprofile.capture.Cleaning;
import io.stackprofile.capture.Redaction;
import io.stackprofile.core.internal.redact.ReportEntries;
import io.stackprofile.draft.DraftEdit;
import io.stackprofile.error.Location;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import java.util.List;
import java.util.Optional;

/**
 * Gives a member another name everywhere it is named.
 *
 * @param from its reference
 * @param to its new one
 */
public record MemberRenaming(MemberRef from, MemberRef to) {

    /** What {@code edit} asks for. */
    public static MemberRenaming of(DraftEdit.RenameMember edit) {
        return new MemberRenaming(edit.ref(), edit.renamed());
    }

    /** The members, with edges that follow; a member that had the new name is not among them. */
    public StackSpec apply(StackSpec spec) {
        return StackSpec.of(
                spec.description(),
                spec.members().stream()
                        .filter(member -> from.equals(to) || !member.ref().equals(to))
                        .map(this::renamed)
                        .toList());
    }

    /** The entries of a report. */
    public List<Redaction> redactions(List<Redaction> entries) {
        return entries.stream()
                .map(entry ->
                        isOfMember(entry.location()) ? ReportEntries.moved(entry, moved(entry.location())) : entry)
                .toList();
    }

    /** The entries of a report. */
    public List<Cleaning> cleanings(List<Cleaning> entries) {
        return entries.stream()
                .map(entry -> isOfMember(entry.location()) ? moved(entry) : entry)
                .toList();
    }

    private Member renamed(Member member) {
        Member child = member.parents().contains(from)
                ? member.withParents(member.parents().stream()
                        .map(parent -> parent.equals(from) ? to : parent)
                        .toList())
                : member;
        if (!member.ref().equals(from)) {
            return child;
        }
        return child.withName(to.name());
    }

    private boolean isOfMember(Location location) {
        return location.member().equals(Optional.of(from));
    }

    private Cleaning moved(Cleaning entry) {
        return Cleaning.builder()
                .rule(entry.rule())
                .location(moved(entry.location()))
                .reason(entry.reason())
                .build();
    }

    private Location moved(Location location) {
        return Location.builder()
                .file(location.file())
                .member(to)
                .document(location.document())
                .path(location.path())
                .line(location.line())
                .column(location.column())
                .build();
    }
}

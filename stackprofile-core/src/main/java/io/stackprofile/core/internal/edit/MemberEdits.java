package io.stackprofile.core.internal.edit;

import io.stackprofile.Limits;
import io.stackprofile.draft.DraftEdit;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import io.stackprofile.error.NotFoundException;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;

/** Applies the edits of a draft that concern its members. */
public final class MemberEdits {

    private MemberEdits() {}

    /**
     * The members after an edit; the same ones when the edit is of another kind.
     *
     * @throws io.stackprofile.error.StackProfileException when the edit cannot be made; it says where and what to do
     */
    public static StackSpec apply(StackSpec spec, DraftEdit edit, Limits limits) {
        if (edit instanceof DraftEdit.PutMember put) {
            return spec.with(put.member());
        }
        if (edit instanceof DraftEdit.AddMember add) {
            requireFree(spec, add.member().ref());
            return spec.with(add.member());
        }
        if (edit instanceof DraftEdit.RemoveMember remove) {
            find(spec, remove.ref());
            return spec.without(remove.ref());
        }
        if (edit instanceof DraftEdit.RenameMember rename) {
            find(spec, rename.ref());
            if (!rename.renamed().equals(rename.ref())) {
                requireFree(spec, rename.renamed());
            }
            return MemberRenaming.of(rename).apply(spec);
        }
        if (edit instanceof DraftEdit.ReplaceAll all) {
            return all.spec();
        }
        return ValueEdits.apply(spec, edit, limits);
    }

    static Member find(StackSpec spec, MemberRef ref) {
        return spec.find(ref)
                .orElseThrow(() ->
                        new NotFoundException("the draft has no member " + ref, "Show the draft to see its members."));
    }

    private static void requireFree(StackSpec spec, MemberRef ref) {
        if (spec.find(ref).isPresent()) {
            throw new InvalidContentException(
                    ErrorCode.INVALID_REQUEST,
                    "the draft has a member " + ref + " already",
                    "Choose another name, or put the member in its place.",
                    Location.member(ref));
        }
    }
}

package io.stackprofile.core.internal.parameterise;

import io.stackprofile.Limits;
import io.stackprofile.draft.DraftEdit;

/** Applies the edits of a draft that concern parameters and what stands in their place. */
public final class ParameterEdits {

    private ParameterEdits() {}

    /**
     * The contents after an edit; the same ones when the edit is of another kind.
     *
     * @throws io.stackprofile.error.StackProfileException when the edit cannot be made; it says where and what to do
     */
    public static Contents apply(Contents contents, DraftEdit edit, Limits limits) {
        if (edit instanceof DraftEdit.Parameterise parameterise) {
            return new Parameterising(contents, parameterise, limits).apply();
        }
        if (edit instanceof DraftEdit.RenameParameter rename) {
            return new Renaming(rename.from(), rename.to(), limits).apply(contents);
        }
        if (edit instanceof DraftEdit.RetypeParameter retype) {
            return Retyping.apply(contents, retype, limits);
        }
        if (edit instanceof DraftEdit.InlineParameter inline) {
            return Inlining.apply(contents, inline, limits);
        }
        return contents;
    }
}

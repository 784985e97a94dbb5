package io.stackprofile.core.internal.engine;

import io.stackprofile.capture.Cleaning;
import io.stackprofile.core.internal.edit.MemberRenaming;
import io.stackprofile.draft.DraftEdit;
import io.stackprofile.draft.ProfileDraft;
import io.stackprofile.stack.StackSpec;
import java.util.List;

/**
 * What a draft held before its edits, under the names that its members have after them, so that what was found at a place
 * is found there again.
 *
 * @param spec the members before the edits
 * @param cleanings what was cleaned before them
 */
record EarlierPlaces(StackSpec spec, List<Cleaning> cleanings) {

    static EarlierPlaces of(ProfileDraft draft, List<DraftEdit> edits) {
        EarlierPlaces names = new EarlierPlaces(draft.spec(), draft.report().cleanings());
        for (DraftEdit edit : edits) {
            if (edit instanceof DraftEdit.RenameMember rename) {
                MemberRenaming renaming = MemberRenaming.of(rename);
                names = new EarlierPlaces(renaming.apply(names.spec), renaming.cleanings(names.cleanings));
            }
        }
        return names;
    }
}

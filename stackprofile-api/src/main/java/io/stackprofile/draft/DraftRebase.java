package io.stackprofile.draft;

import java.util.List;

/**
 * What came of moving a draft onto its profile's latest version.
 *
 * @param draft the draft as it is now: rebased, or unchanged when there are conflicts
 * @param conflicts what does not go together; empty when the draft is rebased
 */
public record DraftRebase(ProfileDraft draft, List<MergeConflict> conflicts) {

    /** Copies the conflicts. */
    public DraftRebase {
        conflicts = List.copyOf(conflicts);
    }

    /** Whether the draft now follows the latest version. */
    public boolean rebased() {
        return conflicts.isEmpty();
    }
}

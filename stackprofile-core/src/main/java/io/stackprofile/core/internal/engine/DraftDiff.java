package io.stackprofile.core.internal.engine;

import io.stackprofile.Caller;
import io.stackprofile.core.internal.diff.ImpactFindings;
import io.stackprofile.core.internal.diff.VersionComparison;
import io.stackprofile.diff.Impact;
import io.stackprofile.diff.VersionDiff;
import io.stackprofile.draft.ProfileDraft;
import io.stackprofile.error.ConflictException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.ValidationException;
import io.stackprofile.profile.ProfileVersion;
import java.util.Locale;

/** What publishing a draft would change. */
final class DraftDiff {

    private final EngineParts parts;
    private final ProfileReader reader;

    DraftDiff(EngineParts parts, Caller caller) {
        this.parts = parts;
        this.reader = new ProfileReader(parts.store(), caller);
    }

    /** Against the version that the draft started from. */
    VersionDiff againstBase(ProfileDraft draft) {
        return against(draft, draft.baseVersion().orElseThrow(() -> firstVersion(draft)));
    }

    /** Against a version of the draft's profile. */
    VersionDiff against(ProfileDraft draft, int fromVersion) {
        ProfileVersion from =
                reader.version(reader.owned(draft.profile().orElseThrow(() -> firstVersion(draft))), fromVersion);
        OutputGuard guard = new OutputGuard(parts.redactor());
        guard.requireClean(from);
        guard.requireClean(draft.spec(), draft.parameters(), draft.rules());
        return VersionComparison.compare(from, draft, parts.limits());
    }

    /** Refuses a draft whose impact is another than its publisher expects. */
    void requireImpact(ProfileDraft draft, Impact expected) {
        VersionDiff diff = againstBase(draft);
        if (diff.impact() != expected) {
            throw new ValidationException(
                    ErrorCode.UNEXPECTED_IMPACT,
                    "the draft is " + word(diff.impact()) + " to version " + diff.fromVersion() + ", not "
                            + word(expected) + " as expected",
                    "Change the draft, or publish it with the impact it has.",
                    ImpactFindings.of(diff, expected));
        }
    }

    private static String word(Impact impact) {
        return impact == Impact.NONE ? "no change" : impact.name().toLowerCase(Locale.ROOT);
    }

    private static ConflictException firstVersion(ProfileDraft draft) {
        return new ConflictException(
                ErrorCode.WRONG_STATE,
                "draft '" + draft.id() + "' continues no profile, so there is no version to compare it with",
                "Publish it first, without an expected impact.");
    }
}

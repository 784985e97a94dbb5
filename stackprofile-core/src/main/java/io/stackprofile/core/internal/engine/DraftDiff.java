package io.stackprofile.core.internal.engine;

import io.stackprofile.Caller;
import io.stackprofile.core.internal.diff.ComparedSide;
import io.stackprofile.core.internal.diff.ImpactFindings;
import io.stackprofile.core.internal.diff.VersionComparison;
import io.stackprofile.diff.Impact;
import io.stackprofile.diff.VersionDiff;
import io.stackprofile.draft.ProfileDraft;
import io.stackprofile.error.ConflictException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.ValidationException;
import io.stackprofile.spi.store.ProfileRecord;
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
    VersionDiff againstBase(DraftRecords.Marked marked) {
        ProfileDraft draft = marked.draft();
        return against(marked, draft.baseVersion().orElseThrow(() -> firstVersion(draft)));
    }

    /** Against a version of the draft's profile. */
    VersionDiff against(DraftRecords.Marked marked, int fromVersion) {
        ProfileDraft draft = marked.draft();
        ProfileRecord profile = reader.readable(draft.profile().orElseThrow(() -> firstVersion(draft)));
        new OutputGuard(parts.redactor(draft.redaction()))
                .requireClean(draft.spec(), draft.parameters(), draft.rules());
        return against(profile, fromVersion, ComparedSide.of(draft, marked.fingerprints()));
    }

    /** Refuses a draft whose impact is another than its publisher expects. */
    void requireImpact(DraftRecords.Marked draft, Impact expected) {
        requireImpact("draft", againstBase(draft), expected);
    }

    /** Refuses a suggestion whose impact is another than its publisher expects. */
    void requireImpact(ProfileRecord profile, int fromVersion, ComparedSide suggested, Impact expected) {
        requireImpact("suggestion", against(profile, fromVersion, suggested), expected);
    }

    private VersionDiff against(ProfileRecord profile, int fromVersion, ComparedSide to) {
        ProfileReader.Marked from = reader.marked(profile, fromVersion);
        new OutputGuard(parts.redactor(from.version().redaction())).requireClean(from.version());
        return VersionComparison.compare(
                profile.id(), ComparedSide.of(from.version(), from.fingerprints()), to, parts.limits());
    }

    private static void requireImpact(String what, VersionDiff diff, Impact expected) {
        if (diff.impact() != expected) {
            throw new ValidationException(
                    ErrorCode.UNEXPECTED_IMPACT,
                    "the " + what + " is " + word(diff.impact()) + " to version " + diff.fromVersion() + ", not "
                            + word(expected) + " as expected",
                    "Change the " + what + ", or publish it with the impact it has.",
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

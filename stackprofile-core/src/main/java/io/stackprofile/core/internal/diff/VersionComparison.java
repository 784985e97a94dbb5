package io.stackprofile.core.internal.diff;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.digest.VersionDigest;
import io.stackprofile.diff.ValueChange;
import io.stackprofile.diff.Verdict;
import io.stackprofile.diff.VersionDiff;
import io.stackprofile.draft.ProfileDraft;
import io.stackprofile.profile.ProfileVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares two versions of a profile, or a version and a draft. */
public final class VersionComparison {

    private static final Verdict DESCRIPTION =
            Verdict.cosmetic("description", "Only what people read about the stack changed.");
    private static final Verdict ORDER =
            Verdict.cosmetic("parameter-order", "Forms show the parameters in another order.");

    private VersionComparison() {}

    /**
     * What differs. Members are matched by kind and name, and renamed ones by content; only those whose text differs are
     * parsed.
     *
     * @param limits what a member's text may cost; one beyond them is compared as text only
     */
    public static VersionDiff compare(ProfileVersion from, ProfileVersion to, Limits limits) {
        return compare(ComparedSide.of(from), ComparedSide.of(to), limits)
                .profileId(to.profileId())
                .fromVersion(from.version())
                .toVersion(to.version())
                .build();
    }

    /** What publishing {@code draft} would change against {@code from}. */
    public static VersionDiff compare(ProfileVersion from, ProfileDraft draft, Limits limits) {
        ComparedSide to = new ComparedSide(
                "draft",
                VersionDigest.of(draft.spec(), draft.parameters(), draft.rules()),
                draft.spec(),
                draft.parameters(),
                draft.rules());
        return compare(ComparedSide.of(from), to, limits)
                .profileId(from.profileId())
                .fromVersion(from.version())
                .toDraft(draft.id())
                .build();
    }

    private static VersionDiff.Builder compare(ComparedSide from, ComparedSide to, Limits limits) {
        VersionDiff.Builder diff = VersionDiff.builder();
        diff.fromDigest(from.digest())
                .toDigest(to.digest())
                .addAllFields(fields(from, to))
                .addAllParameters(ParameterComparison.changes(from.parameters(), to.parameters()))
                .addAllRules(RuleComparison.changes(from.rules(), to.rules()))
                .addAllMembers(new SpecComparison(from, to, limits).members())
                .addAllFromGraph(from.graph())
                .addAllToGraph(to.graph());
        return diff;
    }

    private static List<ValueChange> fields(ComparedSide from, ComparedSide to) {
        Map<String, Object> before = new LinkedHashMap<>();
        Map<String, Object> after = new LinkedHashMap<>();
        from.spec().description().ifPresent(text -> before.put("description", text));
        to.spec().description().ifPresent(text -> after.put("description", text));
        before.put("parameterOrder", ParameterComparison.shared(from.parameters(), to.parameters()));
        after.put("parameterOrder", ParameterComparison.shared(to.parameters(), from.parameters()));
        return FieldComparison.changes(
                before, after, change -> change.path().equals("description") ? DESCRIPTION : ORDER);
    }
}

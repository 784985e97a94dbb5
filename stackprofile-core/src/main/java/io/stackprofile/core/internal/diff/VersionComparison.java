package io.stackprofile.core.internal.diff;

import io.stackprofile.Limits;
import io.stackprofile.ProfileId;
import io.stackprofile.diff.SecretDiff;
import io.stackprofile.diff.ValueChange;
import io.stackprofile.diff.Verdict;
import io.stackprofile.diff.VersionDiff;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
     * @param profile whose versions they are
     * @param from a version
     * @param to another one, or what would become one
     * @param limits what a member's text may cost; one beyond them is compared as text only
     */
    public static VersionDiff compare(ProfileId profile, ComparedSide from, ComparedSide to, Limits limits) {
        return VersionDiff.builder()
                .profileId(profile)
                .fromVersion(from.version().orElseThrow())
                .toVersion(to.version())
                .toDraft(to.draft())
                .fromDigest(from.digest())
                .toDigest(to.digest())
                .addAllFields(fields(from, to))
                .addAllParameters(ParameterComparison.changes(from.parameters(), to.parameters()))
                .addAllSecrets(secrets(from, to))
                .addAllRules(RuleComparison.changes(from.rules(), to.rules()))
                .addAllMembers(new SpecComparison(from, to, limits).members())
                .addAllFromGraph(from.graph())
                .addAllToGraph(to.graph())
                .build();
    }

    private static List<SecretDiff> secrets(ComparedSide from, ComparedSide to) {
        Set<String> old = new HashSet<>(from.secrets());
        return to.secrets().stream()
                .filter(old::contains)
                .map(name -> new SecretDiff(name, from.fingerprints().compared(name, to.fingerprints())))
                .toList();
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

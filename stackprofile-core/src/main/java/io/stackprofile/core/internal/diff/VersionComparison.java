package io.stackprofile.core.internal.diff;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.fingerprint.Fingerprints;
import io.stackprofile.diff.MemberDiff;
import io.stackprofile.diff.SecretDiff;
import io.stackprofile.diff.ValueChange;
import io.stackprofile.diff.VersionDiff;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares two versions of a profile. */
public final class VersionComparison {

    private VersionComparison() {}

    /**
     * What differs. Members are matched by kind and name; only those whose text differs are parsed.
     *
     * @param before the codes of the older one's captured secrets
     * @param after the codes of the newer one's
     * @param limits what a member's text may cost; one beyond them is compared as text only
     */
    public static VersionDiff compare(
            ProfileVersion from, Fingerprints before, ProfileVersion to, Fingerprints after, Limits limits) {
        return VersionDiff.builder()
                .profileId(to.profileId())
                .fromVersion(from.version())
                .toVersion(to.version())
                .fromDigest(from.digest())
                .toDigest(to.digest())
                .addAllFields(fields(from, to))
                .addAllParameters(ParameterComparison.changes(from.parameters(), to.parameters()))
                .addAllSecrets(secrets(from, before, to, after))
                .addAllRules(RuleComparison.changes(from.rules(), to.rules()))
                .addAllMembers(members(from, to, limits))
                .build();
    }

    private static List<SecretDiff> secrets(
            ProfileVersion from, Fingerprints before, ProfileVersion to, Fingerprints after) {
        Set<String> old = secrets(from).collect(Collectors.toSet());
        return secrets(to)
                .filter(old::contains)
                .map(name -> new SecretDiff(name, before.compared(name, after)))
                .toList();
    }

    private static Stream<String> secrets(ProfileVersion version) {
        return version.parameters().stream()
                .filter(parameter -> parameter.type() == ParameterType.SECRET)
                .map(Parameter::name);
    }

    private static List<ValueChange> fields(ProfileVersion from, ProfileVersion to) {
        Map<String, Object> before = new LinkedHashMap<>();
        Map<String, Object> after = new LinkedHashMap<>();
        from.spec().description().ifPresent(text -> before.put("description", text));
        to.spec().description().ifPresent(text -> after.put("description", text));
        before.put("parameterOrder", ParameterComparison.shared(from.parameters(), to.parameters()));
        after.put("parameterOrder", ParameterComparison.shared(to.parameters(), from.parameters()));
        return FieldComparison.changes(before, after);
    }

    private static List<MemberDiff> members(ProfileVersion from, ProfileVersion to, Limits limits) {
        MemberComparison comparison = new MemberComparison(from.version(), to.version(), limits);
        Map<MemberRef, Member> before = byRef(from);
        Map<MemberRef, Member> after = byRef(to);
        List<MemberDiff> diffs = new ArrayList<>();
        after.forEach((ref, member) -> Optional.ofNullable(before.get(ref))
                .map(match -> comparison.changed(match, member))
                .orElseGet(() -> Optional.of(comparison.added(member)))
                .ifPresent(diffs::add));
        before.forEach((ref, member) -> {
            if (!after.containsKey(ref)) {
                diffs.add(comparison.removed(member));
            }
        });
        return diffs;
    }

    private static Map<MemberRef, Member> byRef(ProfileVersion version) {
        Map<MemberRef, Member> byRef = new LinkedHashMap<>();
        version.spec().members().forEach(member -> byRef.put(member.ref(), member));
        return byRef;
    }
}

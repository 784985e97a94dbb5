package io.stackprofile.core.internal.diff;

import io.stackprofile.Digest;
import io.stackprofile.DraftId;
import io.stackprofile.core.internal.digest.VersionDigest;
import io.stackprofile.core.internal.fingerprint.Fingerprints;
import io.stackprofile.diff.GraphNode;
import io.stackprofile.draft.ProfileDraft;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterRule;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One side of a comparison.
 *
 * @param version its number, when it is a version
 * @param draft its id, when it is a draft
 * @param digest its digest
 * @param spec its members
 * @param parameters what callers fill in
 * @param rules what must hold between their values
 * @param fingerprints the codes of captured secrets
 */
public record ComparedSide(
        Optional<Integer> version,
        Optional<DraftId> draft,
        Digest digest,
        StackSpec spec,
        List<Parameter> parameters,
        List<ParameterRule> rules,
        Fingerprints fingerprints) {

    /** Copies the lists. */
    public ComparedSide {
        parameters = List.copyOf(parameters);
        rules = List.copyOf(rules);
    }

    /** A version. */
    public static ComparedSide of(ProfileVersion version, Fingerprints fingerprints) {
        return new ComparedSide(
                Optional.of(version.version()),
                Optional.empty(),
                version.digest(),
                version.spec(),
                version.parameters(),
                version.rules(),
                fingerprints);
    }

    /** A draft, as it would be published. */
    public static ComparedSide of(ProfileDraft draft, Fingerprints fingerprints) {
        return proposed(Optional.of(draft.id()), draft.spec(), draft.parameters(), draft.rules(), fingerprints);
    }

    /** What another organisation suggests. */
    public static ComparedSide suggested(StackSpec spec, List<Parameter> parameters, List<ParameterRule> rules) {
        return proposed(Optional.empty(), spec, parameters, rules, Fingerprints.none());
    }

    private static ComparedSide proposed(
            Optional<DraftId> draft,
            StackSpec spec,
            List<Parameter> parameters,
            List<ParameterRule> rules,
            Fingerprints fingerprints) {
        return new ComparedSide(
                Optional.empty(),
                draft,
                VersionDigest.of(spec, parameters, rules),
                spec,
                parameters,
                rules,
                fingerprints);
    }

    String label() {
        return version.map(number -> "version " + number).orElse("draft");
    }

    Map<MemberRef, Member> members() {
        Map<MemberRef, Member> members = new LinkedHashMap<>();
        spec.members().forEach(member -> members.put(member.ref(), member));
        return members;
    }

    List<GraphNode> graph() {
        return spec.members().stream()
                .map(member -> new GraphNode(member.ref(), member.parents()))
                .toList();
    }

    /** The names of the parameters that are secrets, in order. */
    List<String> secrets() {
        return parameters.stream()
                .filter(parameter -> parameter.type() == ParameterType.SECRET)
                .map(Parameter::name)
                .toList();
    }
}

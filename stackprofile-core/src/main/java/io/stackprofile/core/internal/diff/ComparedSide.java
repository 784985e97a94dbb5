package io.stackprofile.core.internal.diff;

import io.stackprofile.Digest;
import io.stackprofile.diff.GraphNode;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterRule;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One side of a comparison.
 *
 * @param label how it is called
 * @param digest its digest
 * @param spec its members
 * @param parameters what callers fill in
 * @param rules what must hold between their values
 */
record ComparedSide(
        String label, Digest digest, StackSpec spec, List<Parameter> parameters, List<ParameterRule> rules) {

    static ComparedSide of(ProfileVersion version) {
        return new ComparedSide(
                "version " + version.version(),
                version.digest(),
                version.spec(),
                version.parameters(),
                version.rules());
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
}

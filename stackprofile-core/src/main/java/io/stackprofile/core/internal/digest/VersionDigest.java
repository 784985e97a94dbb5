package io.stackprofile.core.internal.digest;

import io.stackprofile.Digest;
import io.stackprofile.core.internal.tree.Entries;
import io.stackprofile.core.internal.tree.MemberTree;
import io.stackprofile.core.internal.tree.ParameterTree;
import io.stackprofile.core.internal.tree.RuleTree;
import io.stackprofile.core.internal.tree.ValueTree;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterRule;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.StackSpec;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The digest of a version: what makes two versions the same, whatever profile, organisation, channel or time they
 * belong to.
 *
 * <p>Content is every member's fields and exact text, the edges as a set, the stack's description, the parameters
 * with all their fields in order, since forms show them in that order, and the rules between them. The order of members,
 * of a member's parents and of rules is not content.
 */
public final class VersionDigest {

    /** Changes with the shape of the hashed document, so that no two shapes share a digest. */
    private static final String SHAPE = "stackprofile.io/version/1";

    private VersionDigest() {}

    /**
     * The digest of a stack with its parameters and the rules between them; without rules, what it was before there were any.
     *
     * @throws io.stackprofile.error.InvalidContentException for half of a surrogate pair in any text
     */
    public static Digest of(StackSpec spec, List<Parameter> parameters, List<ParameterRule> rules) {
        Entries content = new Entries()
                .put("shape", SHAPE)
                .put("description", spec.description())
                .put("members", sorted(spec), VersionDigest::tree)
                .put("parameters", parameters, parameter -> ParameterTree.of(parameter, ValueTree::explicit))
                .put("rules", inOrder(rules), rule -> RuleTree.of(rule, ValueTree::explicit));
        return ContentDigest.of(CanonicalJson.write(content.map()));
    }

    private static List<Member> sorted(StackSpec spec) {
        return spec.members().stream().sorted(Comparator.comparing(Member::ref)).toList();
    }

    private static List<ParameterRule> inOrder(List<ParameterRule> rules) {
        return rules.stream().sorted(Comparator.comparing(ParameterRule::name)).toList();
    }

    private static Map<String, Object> tree(Member member) {
        Member ordered =
                member.withParents(member.parents().stream().distinct().sorted().toList());
        return MemberTree.of(ordered, text -> ContentDigest.of(text).text());
    }
}

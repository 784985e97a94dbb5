package io.stackprofile.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackprofile.spi.cluster.ClusterAccess;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackGraph;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.testkit.fixture.StackBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a cluster's author supplies to {@link ClusterAccessContract}, and the steps its tests take. */
public abstract class ClusterSteps {

    static final String ONE = Commits.configMap(1);
    static final String TWO = Commits.configMap(2);

    /** Three members, a chain. */
    static final StackSpec SHOP = StackBuilder.stack("The shop")
            .manifest("namespace", "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n")
            .manifest("settings", ONE)
            .after("manifest/namespace")
            .addon("valkey", "0.7.4", "https://valkey.io/valkey-helm", "architecture: standalone # enough\n")
            .after("manifest/namespace", "manifest/settings")
            .build();

    /** Texts that a reader or writer of lines changes. */
    static final StackSpec HARD = StackBuilder.stack()
            .manifest("dos-lines", ONE.replace("\n", "\r\n"))
            .manifest("no-last-newline", TWO.stripTrailing())
            .manifest("blank-lines", "\n\n# before\n\n" + ONE + "\n\n")
            .manifest("documents", "---\n" + ONE + "---\n# only a comment\n---\n" + TWO + "...\n")
            .manifest("scripts", Commits.configMap("Überprüfung ✓ 🚀 プラットフォーム"))
            .manifest("tokens", Commits.configMap("$${{ parameters.kept }} {{ .Values.x }} ${HOME} $(date)"))
            .build();

    /** Makes the commits and drafts the tests need. */
    final Commits commits = new Commits();

    /** For {@link ClusterAccessContract}. */
    ClusterSteps() {}

    /** A cluster that holds these stacks, by name, and no other; called at most once in a test. */
    protected abstract ClusterAccess cluster(Map<String, StackSpec> stacks);

    /**
     * What a cluster of this kind can hold of a stack. A cluster that has no edges, say, overrides it to give the stack
     * without them; every expectation goes through it.
     */
    protected StackSpec held(StackSpec wanted) {
        return wanted;
    }

    /** Everything the cluster has written where more people read than may know its secrets, such as files. */
    protected List<String> inTheOpen() {
        return List.of();
    }

    static StackSpec spec(ClusterAccess cluster, String stack) {
        return cluster.read(stack)
                .orElseThrow(() -> new AssertionError("stack " + stack + " should be on the cluster"))
                .spec();
    }

    static List<MemberRef> refs(StackSpec spec) {
        return spec.members().stream().map(Member::ref).toList();
    }

    /** The same stack with every parent before its children, as commits have it. */
    static StackSpec ordered(StackSpec spec) {
        List<Member> members = StackGraph.of(spec).order().stream()
                .flatMap(ref -> spec.find(ref).stream())
                .toList();
        return StackSpec.of(spec.description(), members);
    }

    /** Requires that the cluster's stack has these members, in whatever order. */
    final void assertHolds(ClusterAccess cluster, String stack, StackSpec wanted, String check) {
        StackSpec expected = held(wanted);
        StackSpec actual = spec(cluster, stack);
        assertEquals(
                expected.members().stream().map(Member::ref).sorted().toList(),
                refs(actual).stream().sorted().toList(),
                check);
        for (Member member : expected.members()) {
            assertEquals(Optional.of(member), actual.find(member.ref()), check);
        }
    }
}

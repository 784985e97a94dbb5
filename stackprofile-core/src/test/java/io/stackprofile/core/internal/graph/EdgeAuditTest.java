package io.stackprofile.core.internal.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.stackprofile.Limits;
import io.stackprofile.error.Finding;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackGraph;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.testkit.fixture.StackBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class EdgeAuditTest {

    private static final String NAMESPACE = "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n";

    @Test
    void aNeedWithoutAnEdgeIsMissingAndOneThroughAnotherMemberIsNot() {
        StackBuilder stack = StackBuilder.stack()
                .manifest("ns", NAMESPACE)
                .manifest("config", config("a"))
                .after("manifest/ns")
                .manifest("late", config("b"));

        assertThat(shown(stack.build()))
                .containsExactly("missing-edge manifest/late, /metadata/namespace, line 3: it is in a Namespace of"
                        + " manifest/ns, which no declared parent puts before it."
                        + " Add manifest/ns to the parents of manifest/late.");
        assertThat(shown(stack.after("manifest/config").build())).isEmpty();
    }

    @Test
    void anEdgeAgainstTheNeedIsReversed() {
        StackSpec spec = StackBuilder.stack()
                .manifest("ns", NAMESPACE)
                .after("manifest/config")
                .manifest("config", config("a"))
                .build();

        assertThat(codes(spec)).containsExactly("reversed-edge");
    }

    @Test
    void membersThatNeedEachOtherHaveNoOrder() {
        StackSpec spec = StackBuilder.stack()
                .manifest("one", NAMESPACE + "---\n" + pod("p", "b"))
                .manifest("two", config("b"))
                .build();

        assertThat(codes(spec)).containsExactly("cyclic-references", "cyclic-references");
    }

    @Test
    void anEdgeThatOthersImplyIsRedundant() {
        StackSpec spec = StackBuilder.stack()
                .manifest("ns", NAMESPACE)
                .manifest("a", config("a"))
                .after("manifest/ns")
                .manifest("b", config("b"))
                .after("manifest/a", "manifest/ns", "manifest/a")
                .build();

        assertThat(shown(spec))
                .containsExactly(
                        "redundant-edge manifest/b: the parent manifest/ns is a parent of another parent."
                                + " Remove it; the order stays the same.",
                        "redundant-edge manifest/b: the parent manifest/a is named twice."
                                + " Remove it; the order stays the same.");
    }

    @Test
    @Timeout(20)
    void manyEdgesBetweenManyMembersAreAuditedInReasonableTime() {
        List<Member> members = new ArrayList<>();
        List<MemberRef> earlier = new ArrayList<>();
        for (int i = 0; i < 1_500; i++) {
            members.add(Manifest.builder()
                    .name("m" + i)
                    .content("")
                    .addAllParents(earlier)
                    .build());
            earlier.add(MemberRef.manifest("m" + i));
        }

        List<Finding> findings = EdgeAudit.findings(StackSpec.of(Optional.empty(), members), List.of());

        assertThat(findings).hasSize(1_500 * 1_499 / 2 - 1_499);
    }

    @Property(tries = 200)
    void toFollowEveryMissingEdgeMakesNoCycleAndLeavesNoneMissing(@ForAll Random random) {
        StackSpec spec = anyStack(random);

        List<InferredEdge> edges = InferredEdges.of(spec, StackObjects.of(spec, Limits.defaults()));
        List<Finding> missing = EdgeAudit.findings(spec, edges).stream()
                .filter(finding -> finding.code().equals("missing-edge"))
                .toList();
        StackSpec followed = spec;
        for (InferredEdge edge : edges) {
            if (missing.stream()
                    .anyMatch(each -> each.location().equals(edge.reference().where()))) {
                followed = followed.with(add(followed.find(edge.child()).orElseThrow(), edge.parent()));
            }
        }

        StackSpec mended = followed;
        assertThatCode(() -> StackGraph.of(mended)).doesNotThrowAnyException();
        assertThat(EdgeAudit.findings(mended, edges)).extracting(Finding::code).doesNotContain("missing-edge");
    }

    /** Pods that read each other's config maps, some of them ordered already. */
    private static StackSpec anyStack(Random random) {
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < 2 + random.nextInt(6); i++) {
            Manifest.Builder member = Manifest.builder();
            member.name("m" + i).content(config("c" + i) + "---\n" + pod("p" + i, "c" + random.nextInt(8)));
            for (int earlier = 0; earlier < i; earlier++) {
                if (random.nextInt(4) == 0) {
                    member.addParents(MemberRef.manifest("m" + earlier));
                }
            }
            members.add(member.build());
        }
        return StackSpec.of(Optional.empty(), members);
    }

    private static Member add(Member member, MemberRef parent) {
        List<MemberRef> parents = new ArrayList<>(member.parents());
        parents.add(parent);
        return member.withParents(parents);
    }

    private static List<String> codes(StackSpec spec) {
        return findings(spec).stream().map(Finding::code).toList();
    }

    private static List<String> shown(StackSpec spec) {
        return findings(spec).stream()
                .map(finding -> finding.code() + " " + finding.location().describe() + ": " + finding.message() + ". "
                        + finding.hint().orElse(""))
                .toList();
    }

    private static List<Finding> findings(StackSpec spec) {
        return EdgeAudit.findings(spec, InferredEdges.of(spec, StackObjects.of(spec, Limits.defaults())));
    }

    private static String config(String name) {
        return "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: %s, namespace: shop}\n".formatted(name);
    }

    private static String pod(String name, String config) {
        return """
                apiVersion: v1
                kind: Pod
                metadata: {name: %s, namespace: shop}
                spec: {volumes: [{name: v, configMap: {name: %s}}]}
                """.formatted(name, config);
    }
}

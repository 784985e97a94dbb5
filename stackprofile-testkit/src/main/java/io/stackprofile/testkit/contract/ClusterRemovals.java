package io.stackprofile.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stackprofile.ProfileId;
import io.stackprofile.instantiation.MemberOutcome.Status;
import io.stackprofile.spi.cluster.ClusterAccess;
import io.stackprofile.spi.cluster.CommitReport;
import io.stackprofile.spi.cluster.StackCommit;
import io.stackprofile.spi.cluster.StackSnapshot;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The part of {@link ClusterAccessContract} about members that go: [CA-10]. */
public abstract class ClusterRemovals extends ClusterSteps {

    static final StackSpec NOTHING = StackSpec.of(Optional.empty(), List.of());

    /** The profile whose instance puts members there and takes them away. */
    final ProfileId profile = commits.nextProfile();

    /** For {@link ClusterAccessContract}. */
    ClusterRemovals() {}

    /** A commit of an instance of the profile. */
    final StackCommit.Builder ours(String stack, StackSpec spec) {
        return commits.plan(stack, held(spec)).mark(commits.mark(profile));
    }

    /** Removes manifests of a stack as an instance of the profile would that put them there. */
    final StackCommit.Builder removal(String stack, StackSpec putThere, String... names) {
        return ours(stack, NOTHING).addAllRemovals(members(putThere, names));
    }

    /** A stack without some of its manifests. */
    static StackSpec without(StackSpec spec, String... names) {
        StackSpec left = spec;
        for (String name : names) {
            left = left.without(MemberRef.manifest(name));
        }
        return left;
    }

    final void commitAndExpect(ClusterAccess cluster, StackCommit commit, String check, Status... expected) {
        CommitReport report = cluster.commit(commit);
        assertReports(report, commit, List.of(expected), check);
        assertTrue(report.complete(), check);
    }

    @Test
    @Clause("CA-10")
    public void required_CA10_whatTheInstancePutThereIsRemoved() {
        ClusterAccess cluster = cluster(Map.of("batch", stacks().single("batch", 1)));
        StackSpec chain = stacks().chain("shop");
        cluster.commit(ours("shop", chain).build());
        Optional<StackSnapshot> batch = cluster.read("batch");
        String check = "CA-10: what an instance of the profile put there, and nobody changed, is removed, and no other";
        Member added = stacks().manifest("shop", "added", 1);
        StackCommit commit = ours("shop", StackSpec.of(Optional.empty(), List.of(added)))
                .addAllRemovals(members(chain, "leaf", "middle"))
                .build();
        commitAndExpect(cluster, commit, check, Status.CREATED, Status.REMOVED, Status.REMOVED);
        assertHolds(cluster, "shop", without(chain, "leaf", "middle").with(added), check);
        assertAsItWas(batch, cluster, "batch", check);
    }

    @Test
    @Clause("CA-10")
    public void required_CA10_whatOthersChangedIsKept() {
        ClusterAccess cluster = cluster(Map.of());
        StackSpec chain = stacks().chain("shop");
        cluster.commit(ours("shop", chain).build());
        Member edited = stacks().manifest("shop", "leaf", "by hand").withParents(parents(chain, "leaf"));
        edit(
                cluster,
                "shop",
                held(StackSpec.of(Optional.empty(), List.of(edited))).members().get(0));
        String check = "CA-10: a member that was changed after the instance put it there is kept and reported so";
        commitAndExpect(cluster, removal("shop", chain, "leaf", "aside").build(), check, Status.KEPT, Status.REMOVED);
        assertHolds(cluster, "shop", without(chain, "aside").with(edited), check);
        String asked = "CA-10: ... unless removing it was asked";
        StackCommit commit = removal("shop", chain, "leaf").removeForeign(true).build();
        commitAndExpect(cluster, commit, asked, Status.REMOVED);
        assertHolds(cluster, "shop", without(chain, "leaf", "aside"), asked);
    }

    private static List<MemberRef> parents(StackSpec spec, String name) {
        return spec.find(MemberRef.manifest(name)).orElseThrow().parents();
    }

    @Test
    @Clause("CA-10")
    public void required_CA10_whatTheInstanceDidNotPutThereIsKept() {
        ClusterAccess cluster = cluster("shop", stacks()::chain);
        StackSpec chain = stacks().chain("shop");
        String nobody = "CA-10: a member that no instance put there is kept and reported so, though it looks the same";
        commitAndExpect(cluster, removal("shop", chain, "leaf").build(), nobody, Status.KEPT);
        assertHolds(cluster, "shop", chain, nobody);
        Member aside = held(chain).find(MemberRef.manifest("aside")).orElseThrow();
        cluster.commit(commits.plan("shop", StackSpec.of(Optional.empty(), List.of(aside)))
                .mark(commits.mark(commits.nextProfile()))
                .build());
        String another = "CA-10: a member that another profile's instance put there is kept and reported so";
        commitAndExpect(cluster, removal("shop", chain, "aside").build(), another, Status.KEPT);
        assertHolds(cluster, "shop", chain, another);
        String asked = "CA-10: ... unless removing it was asked";
        StackCommit commit =
                removal("shop", chain, "leaf", "aside").removeForeign(true).build();
        commitAndExpect(cluster, commit, asked, Status.REMOVED, Status.REMOVED);
        assertHolds(cluster, "shop", without(chain, "leaf", "aside"), asked);
    }

    @Test
    @Clause("CA-10")
    public void required_CA10_whatAMemberThatStaysNeedsIsKept() {
        ClusterAccess cluster = cluster(Map.of());
        StackSpec chain = stacks().chain("shop");
        assumeTrue(!parents(held(chain), "leaf").isEmpty(), "this cluster holds no edges");
        cluster.commit(ours("shop", chain).build());
        Member edited = stacks().manifest("shop", "leaf", "by hand").withParents(parents(chain, "leaf"));
        edit(cluster, "shop", edited);
        String check = "CA-10: what a member that stays needs is kept, and so is what that needs";
        StackCommit commit =
                removal("shop", chain, "leaf", "aside", "middle", "base").build();
        commitAndExpect(cluster, commit, check, Status.KEPT, Status.REMOVED, Status.KEPT, Status.KEPT);
        assertHolds(cluster, "shop", without(chain, "aside").with(edited), check);
    }

    @Test
    @Clause("CA-10")
    public void required_CA10_whatIsGoneCountsAsRemoved() {
        ClusterAccess cluster = cluster(Map.of());
        StackSpec chain = stacks().chain("shop");
        cluster.commit(ours("shop", without(chain, "aside")).build());
        Optional<StackSnapshot> before = cluster.read("shop");
        String check = "CA-10: a member that is gone counts as removed, and nothing changes";
        commitAndExpect(cluster, removal("shop", chain, "aside").build(), check, Status.REMOVED);
        assertAsItWas(before, cluster, "shop", check);
        String elsewhere = "CA-10: ... also of a stack that is not there";
        commitAndExpect(cluster, removal("ledger", chain, "aside").build(), elsewhere, Status.REMOVED);
        assertEquals(List.of("shop"), cluster.stacks(), elsewhere);
    }

    @Test
    @Clause("CA-10")
    public void required_CA10_aStackCanBeEmptiedAndComesBack() {
        ClusterAccess cluster = cluster(Map.of("batch", stacks().single("batch", 1)));
        StackSpec chain = stacks().chain("shop");
        cluster.commit(ours("shop", chain).build());
        StackCommit commit =
                removal("shop", chain, "aside", "leaf", "middle", "base").build();
        String check = "CA-10: every member of a stack can be removed, children before their parents, again as well";
        for (int round = 0; round < 2; round++) {
            commitAndExpect(cluster, commit, check, Status.REMOVED, Status.REMOVED, Status.REMOVED, Status.REMOVED);
            assertEquals(
                    List.of(),
                    cluster.read("shop").map(snapshot -> refs(snapshot.spec())).orElse(List.of()),
                    check);
        }
        assertTrue(cluster.stacks().contains("batch"), check);
        StackCommit again = ours("shop", chain).build();
        String back = "CA-10: what was removed can be put there again";
        commitAndExpect(cluster, again, back, Status.CREATED, Status.CREATED, Status.CREATED, Status.CREATED);
        assertHolds(cluster, "shop", chain, back);
    }
}

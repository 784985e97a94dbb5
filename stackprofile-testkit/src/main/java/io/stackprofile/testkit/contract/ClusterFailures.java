package io.stackprofile.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stackprofile.instantiation.MemberOutcome;
import io.stackprofile.instantiation.MemberOutcome.Status;
import io.stackprofile.spi.cluster.ClusterAccess;
import io.stackprofile.spi.cluster.CommitReport;
import io.stackprofile.spi.cluster.StackCommit;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The part of {@link ClusterAccessContract} about members that fail: [CA-11], and removals that wait for them. */
public abstract class ClusterFailures extends ClusterRemovals {

    /** For {@link ClusterAccessContract}. */
    ClusterFailures() {}

    /** Lets {@code middle} of a chain fail; skips the test on a cluster of which no member fails alone. */
    private Failing failingMiddle(ClusterAccess cluster, StackSpec chain) {
        Member middle = held(chain).find(MemberRef.manifest("middle")).orElseThrow();
        Optional<Failing> failing = failing(cluster, "shop", middle);
        assumeTrue(failing.isPresent(), "CA-11 is not proved: failing() gives no member that fails");
        assertEquals(middle.ref(), failing.get().member().ref(), "failing() gives a member of the same reference");
        assertEquals(
                middle.parents(), failing.get().member().parents(), "failing() gives a member of the same parents");
        return failing.get();
    }

    @Test
    @Clause("CA-11")
    public void required_CA11_aFailureLeavesWhatDoesNotNeedItUnaffected() {
        ClusterAccess cluster = cluster(Map.of());
        StackSpec chain = stacks().chain("shop");
        StackSpec broken = chain.with(failingMiddle(cluster, chain).member());
        StackCommit commit = ours("shop", broken).build();
        CommitReport report = cluster.commit(commit);
        boolean edges = !held(chain)
                .find(MemberRef.manifest("leaf"))
                .orElseThrow()
                .parents()
                .isEmpty();
        assumeTrue(edges, "this cluster holds no edges");
        String check = "CA-11: a member that fails is FAILED, what needs it SKIPPED, and every other one is applied";
        List<Status> expected = List.of(Status.CREATED, Status.FAILED, Status.SKIPPED, Status.CREATED);
        assertReports(report, commit, expected, check);
        assertFalse(report.complete(), check);
        assertHolds(cluster, "shop", without(chain, "middle", "leaf"), check);
    }

    @Test
    @Clause("CA-11")
    public void required_CA11_anOutcomeSaysWhyByACode() {
        ClusterAccess cluster = cluster(Map.of());
        StackSpec chain = stacks().chain("shop");
        StackSpec broken = chain.with(failingMiddle(cluster, chain).member());
        String check = "CA-11: the outcome of a member that fails says why by a code, and no other has one";
        for (MemberOutcome outcome :
                cluster.commit(ours("shop", broken).build()).members()) {
            assertEquals(outcome.status() == Status.FAILED, outcome.code().isPresent(), () -> check + ": " + outcome);
        }
    }

    @Test
    @Clause("CA-11")
    public void required_CA11_aRepeatAppliesWhatWasMissing() {
        ClusterAccess cluster = cluster(Map.of());
        StackSpec chain = stacks().chain("shop");
        Failing failing = failingMiddle(cluster, chain);
        StackSpec whole = chain.with(failing.member());
        StackCommit again = ours("shop", whole).build();
        cluster.commit(again);
        failing.heal().run();
        String check = "CA-11: a repeat applies what was missing, and reports the rest as unchanged";
        commitAndExpect(cluster, again, check, Status.UNCHANGED, Status.CREATED, Status.CREATED, Status.UNCHANGED);
        assertHolds(cluster, "shop", whole, check);
    }

    @Test
    @Clause("CA-10")
    public void required_CA10_aRemovalWaitsUntilEveryMemberIsThere() {
        ClusterAccess cluster = cluster(Map.of());
        StackSpec chain = stacks().chain("shop");
        Member old = stacks().manifest("shop", "old", 1);
        cluster.commit(
                ours("shop", StackSpec.of(Optional.empty(), List.of(old))).build());
        Failing failing = failingMiddle(cluster, chain);
        StackSpec whole = chain.with(failing.member());
        StackCommit commit = ours("shop", whole).addRemovals(old).build();
        String check = "CA-10: nothing is removed before every member is there; until then it is SKIPPED";
        List<MemberOutcome> outcomes = cluster.commit(commit).members();
        assertEquals(Status.SKIPPED, outcomes.get(outcomes.size() - 1).status(), check);
        assertTrue(spec(cluster, "shop").find(old.ref()).isPresent(), check);
        failing.heal().run();
        List<MemberOutcome> after = cluster.commit(commit).members();
        assertEquals(Status.REMOVED, after.get(after.size() - 1).status(), check);
        assertHolds(cluster, "shop", whole, check);
    }
}

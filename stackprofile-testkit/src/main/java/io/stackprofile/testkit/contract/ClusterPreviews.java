package io.stackprofile.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackprofile.instantiation.MemberOutcome.Status;
import io.stackprofile.spi.cluster.ClusterAccess;
import io.stackprofile.spi.cluster.CommitPreview;
import io.stackprofile.spi.cluster.CommitReport;
import io.stackprofile.spi.cluster.StackCommit;
import io.stackprofile.spi.cluster.StackSnapshot;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.testkit.fixture.StackBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The part of {@link ClusterAccessContract} about rehearsed commits: [CA-8]. */
public abstract class ClusterPreviews extends ClusterFailures {

    /** For {@link ClusterAccessContract}. */
    ClusterPreviews() {}

    /** Previews, commits, and requires that the one told what the other did. */
    private void assertForetells(ClusterAccess cluster, StackCommit commit, StackSpec expected, List<Status> statuses) {
        String stack = commit.stack();
        Optional<StackSnapshot> before = cluster.read(stack);
        CommitPreview preview = cluster.preview(commit);
        assertAsItWas(before, cluster, stack, "CA-8: a preview changes nothing");
        CommitReport report = cluster.commit(commit);
        String check = "CA-8: a preview is what read gives after the commit, in its order";
        StackSpec after = cluster.read(stack).map(StackSnapshot::spec).orElse(NOTHING);
        assertEquals(refs(after), refs(preview.spec()), check);
        if (!live()) {
            assertEquals(after.members(), preview.spec().members(), check);
        }
        assertHolds(preview.spec(), expected, check);
        assertHolds(after, expected, check);
        String told = "CA-8: a preview reports what the commit reports";
        assertReports(preview.report(), commit, statuses, told);
        assertReports(report, commit, statuses, told);
    }

    @Test
    @Clause("CA-8")
    public void required_CA8_aPreviewIsWhatTheCommitWillGive() {
        ClusterAccess cluster = cluster("shop", stacks()::shop);
        for (String stack : List.of("shop", "new-shop")) {
            StackSpec changed = StackBuilder.stack("The shop, larger")
                    .manifest("settings", stacks().configMap(stack, "settings", 2))
                    .manifest("extra", stacks().configMap(stack, "extra", "extra"))
                    .after("manifest/settings")
                    .build();
            boolean there = stack.equals("shop");
            StackSpec expected = there ? merged(stacks().shop(stack), changed) : changed;
            StackCommit commit = commits.commit(stack, held(changed), Optional.of(cluster.fingerprint(stack)));
            List<Status> first = List.of(there ? Status.UPDATED : Status.CREATED, Status.CREATED);
            assertForetells(cluster, commit, expected, first);
            StackCommit again = commits.commit(stack, held(changed), Optional.of(cluster.fingerprint(stack)));
            assertForetells(cluster, again, expected, List.of(Status.UNCHANGED, Status.UNCHANGED));
        }
    }

    private static StackSpec merged(StackSpec stack, StackSpec changed) {
        StackSpec merged = stack;
        for (Member member : changed.members()) {
            merged = merged.with(member);
        }
        return merged;
    }

    @Test
    @Clause("CA-8")
    public void required_CA8_aPreviewTellsWhatWillBeRemovedAndWhatKept() {
        ClusterAccess cluster = cluster("shop", stacks()::chain);
        StackSpec chain = stacks().chain("shop");
        Member added = stacks().manifest("shop", "added", 1);
        cluster.commit(
                ours("shop", StackSpec.of(Optional.empty(), List.of(added))).build());
        StackCommit removal =
                removal("shop", chain.with(added), "added", "leaf").build();
        assertForetells(cluster, removal, chain, List.of(Status.REMOVED, Status.KEPT));
        StackCommit all = removal("shop", chain, "leaf", "aside", "middle", "base")
                .removeForeign(true)
                .build();
        Status gone = Status.REMOVED;
        assertForetells(cluster, all, NOTHING, List.of(gone, gone, gone, gone));
    }

    @Test
    @Clause("CA-8")
    public void required_CA8_aPreviewAsksForNoSecret() {
        ClusterAccess cluster = cluster(Map.of());
        StackSpec secret = held(stacks().withSecret("shop"));
        StackCommit rehearsed = commits.plan("shop", secret, parameter -> {
                    throw new AssertionError("CA-8: a preview asks for no secret");
                })
                .build();
        String check = "CA-8: a preview tells a member with a secret by reference";
        assertEquals(refs(secret), refs(cluster.preview(rehearsed).spec()), check);
        cluster.commit(commits.plan("shop", secret).build());
        Optional<StackSnapshot> before = cluster.read("shop");
        assertEquals(refs(secret), refs(cluster.preview(rehearsed).spec()), check);
        assertAsItWas(before, cluster, "shop", check);
    }
}

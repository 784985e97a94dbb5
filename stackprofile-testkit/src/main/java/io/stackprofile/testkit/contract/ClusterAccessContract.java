package io.stackprofile.testkit.contract;

import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;
import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.instantiation.MemberOutcome.Status;
import io.stackprofile.spi.cluster.ClusterAccess;
import io.stackprofile.spi.cluster.CommitReport;
import io.stackprofile.spi.cluster.DraftDocument;
import io.stackprofile.spi.cluster.StackCommit;
import io.stackprofile.spi.cluster.StackSnapshot;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.StackSpec;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Proves a {@link ClusterAccess}: stacks are read as they are, and commits do what was reviewed and no more. */
public abstract class ClusterAccessContract extends ClusterDrafts {

    /** For subclasses. */
    protected ClusterAccessContract() {}

    @Test
    @Clause("CA-1")
    public void required_CA1_readGivesMembersTextsAndEdges() {
        ClusterAccess cluster =
                cluster(Map.of("platform", stacks().platform("platform"), "texts", stacks().hard("texts")));
        assertHolds(cluster, "platform", stacks().platform("platform"), "CA-1: read gives every member, text and edge");
        assertHolds(
                cluster,
                "texts",
                stacks().hard("texts"),
                "CA-1: texts are read to the character: line ends, comments, last line");
    }

    @Test
    @Clause("CA-1")
    public void required_CA1_readIsStableAndChangesNothing() {
        ClusterAccess cluster = cluster("platform", stacks()::platform);
        StackSnapshot first = cluster.read("platform").orElseThrow();
        String check = "CA-1: reading again gives the same members in the same order";
        assertEquals(refs(first.spec()), refs(spec(cluster, "platform")), check);
        assertEquals(first.fingerprint(), cluster.fingerprint("platform"), "CA-1: a snapshot has its fingerprint");
        assertAsItWas(Optional.of(first), cluster, "platform", check);
    }

    @Test
    @Clause("CA-1")
    public void required_CA1_anUnknownStackIsEmpty() {
        ClusterAccess cluster = cluster("platform", stacks()::platform);
        String check = "CA-1: a stack that is not there is empty, not an error; names are compared exactly";
        for (String unknown : List.of("unknown", "plat", "Platform", "platform2")) {
            assertEquals(Optional.empty(), cluster.read(unknown), check);
        }
    }

    @Test
    @Clause("CA-2")
    public void required_CA2_stacksNamesWhatReadGives() {
        ClusterAccess cluster =
                cluster(Map.of("platform", stacks().platform("platform"), "batch", stacks().single("batch", 1)));
        String check = "CA-2: stacks names every stack that read gives, sorted";
        assertEquals(List.of("batch", "platform"), cluster.stacks(), check);
        cluster.commit(commits.commit("ledger", held(stacks().single("ledger", 1)), Optional.empty()));
        assertEquals(List.of("batch", "ledger", "platform"), cluster.stacks(), check);
        cluster.stacks().forEach(name -> assertTrue(cluster.read(name).isPresent(), check));
    }

    @Test
    @Clause("CA-4")
    public void required_CA4_aFingerprintIsStableWhileTheStackIs() {
        ClusterAccess cluster =
                cluster(Map.of("platform", stacks().platform("platform"), "batch", stacks().single("batch", 1)));
        String before = cluster.fingerprint("platform");
        cluster.read("platform");
        StackCommit elsewhere = commits.commit("batch", held(stacks().single("batch", 2)), Optional.empty());
        cluster.preview(elsewhere);
        cluster.saveDraft(commits.draft("platform", stacks().platform("platform"), "{}"));
        cluster.commit(elsewhere);
        assertEquals(
                before,
                cluster.fingerprint("platform"),
                "CA-4: reading, previews, drafts and other stacks' commits leave a fingerprint as it was");
        String absent = cluster.fingerprint("unknown");
        assertFalse(absent.isEmpty(), "CA-4: a stack that does not exist has a fingerprint");
        assertEquals(absent, cluster.fingerprint("unknown"), "CA-4: ... the same each time");
        assertNotEquals(before, absent, "CA-4: ... and not that of a stack that exists");
    }

    @Test
    @Clause("CA-4")
    public void required_CA4_aFingerprintChangesWithATextOrAnEdge() {
        ClusterAccess cluster = cluster("shop", stacks()::shop);
        String check = "CA-4: the fingerprint differs after ";
        HashSet<String> seen = new HashSet<>(List.of(cluster.fingerprint("absent"), cluster.fingerprint("shop")));
        StackSpec shop = stacks().shop("shop");
        StackSpec edited = shop.with(shop.members().get(1).withText(stacks().configMap("shop", "settings", 2)));
        cluster.commit(commits.commit("shop", held(edited), Optional.empty()));
        assertTrue(seen.add(cluster.fingerprint("shop")), check + "a text changed");
        StackSpec commented = edited.map(member -> member.withText(member.text().orElse("") + "# reviewed\n"));
        cluster.commit(commits.commit("shop", held(commented), Optional.empty()));
        assertEquals(!live(), seen.add(cluster.fingerprint("shop")), check + "a comment was added, where one is held");
        StackSpec unbound = commented.map(member -> member.withParents(List.of()));
        assumeTrue(!held(unbound).equals(held(commented)), "this cluster holds no edges");
        cluster.commit(commits.commit("shop", held(unbound), Optional.empty()));
        assertTrue(seen.add(cluster.fingerprint("shop")), check + "an edge was removed");
    }

    @Test
    @Clause("CA-5")
    public void required_CA5_aTargetThatMovedIsRefused() {
        ClusterAccess cluster = cluster("shop", stacks()::shop);
        Optional<String> reviewed = Optional.of(cluster.fingerprint("shop"));
        Optional<String> absent = Optional.of(cluster.fingerprint("ledger"));
        cluster.commit(commits.commit("shop", held(stacks().single("shop", 2)), reviewed));
        cluster.commit(commits.commit("ledger", held(stacks().single("ledger", 1)), absent));
        Map<String, Optional<StackSnapshot>> before =
                Map.of("shop", cluster.read("shop"), "ledger", cluster.read("ledger"));
        String check = "CA-5: a commit compares the expected fingerprint first, and changes nothing when it differs";
        StackCommit onShop = commits.commit("shop", held(stacks().shop("shop")), reviewed);
        StackCommit onLedger = commits.commit("ledger", held(stacks().shop("ledger")), absent);
        assertFails(ErrorCode.TARGET_MOVED, () -> cluster.commit(onShop), check);
        assertFails(ErrorCode.TARGET_MOVED, () -> cluster.commit(onLedger), check + " (the stack is new)");
        before.forEach((stack, was) -> assertAsItWas(was, cluster, stack, check));
    }

    @Test
    @Clause("CA-5")
    public void required_CA5_ofConcurrentCommitsOnOneReviewOneSucceeds() {
        ClusterAccess cluster = cluster(Map.of("shop", stacks().single("shop", "start")));
        String check = "CA-5: of concurrent commits on one fingerprint one succeeds; hold a lock from the comparison to"
                + " the last write";
        for (int round = 0; round < 3; round++) {
            String at = "round " + round + " by ";
            Optional<String> reviewed = Optional.of(cluster.fingerprint("shop"));
            StackSpec winner = Race.oneWins(ErrorCode.TARGET_MOVED, check, runner -> {
                StackSpec single = stacks().single("shop", at + runner);
                cluster.commit(commits.commit("shop", held(single), reviewed));
                return single;
            });
            assertHolds(cluster, "shop", winner, check);
        }
    }

    @Test
    @Clause("CA-6")
    public void required_CA6_afterACommitTheMembersAreThere() {
        ClusterAccess cluster = cluster(Map.of());
        StackSpec platform = ordered(stacks().platform("platform"));
        StackCommit first = commits.commit("platform", held(platform), Optional.of(cluster.fingerprint("platform")));
        CommitReport report = cluster.commit(first);
        assertHolds(cluster, "platform", platform, "CA-6: read gives the committed members with their texts and edges");
        assertReports(
                report, first, all(first, Status.CREATED), "CA-6: each new member is reported as created, in order");
        commit(cluster, "texts", stacks().hard("texts"));
        assertHolds(cluster, "texts", stacks().hard("texts"), "CA-6: texts are committed to the character");
    }

    @Test
    @Clause("CA-6")
    public void required_CA6_whatIsNotInTheCommitStays() {
        ClusterAccess cluster =
                cluster(Map.of("shop", stacks().shop("shop"), "platform", stacks().platform("platform")));
        Optional<StackSnapshot> platform = cluster.read("platform");
        StackSpec shop = stacks().shop("shop");
        Member changed = shop.members().get(1).withText(stacks().configMap("shop", "settings", 2));
        StackSpec part = held(StackSpec.of(shop.description(), List.of(changed)));
        StackCommit commit = commits.commit("shop", part, Optional.of(cluster.fingerprint("shop")));
        CommitReport report = cluster.commit(commit);
        String check = "CA-6: members that are not in the commit are as they were";
        assertHolds(cluster, "shop", shop.with(changed), check);
        assertReports(report, commit, List.of(Status.UPDATED), "CA-6: a changed member is reported as updated");
        assertAsItWas(platform, cluster, "platform", "CA-6: other stacks are as they were");
    }

    @Test
    @Clause("CA-7")
    public void required_CA7_committingTheSameAgainChangesNothing() {
        ClusterAccess cluster = cluster("shop", stacks()::shop);
        for (StackSpec spec : List.of(
                ordered(stacks().platform("target")),
                stacks().shop("target"),
                stacks().withSecret("target"),
                stacks().hard("target"))) {
            commit(cluster, "target", spec);
            String fingerprint = cluster.fingerprint("target");
            StackCommit commit = commits.commit("target", held(spec), Optional.of(fingerprint));
            CommitReport again = cluster.commit(commit);
            String check = "CA-7: committing the same again reports every member unchanged and changes nothing";
            assertReports(again, commit, all(commit, Status.UNCHANGED), check);
            assertTrue(again.complete(), check);
            assertEquals(fingerprint, cluster.fingerprint("target"), check);
        }
    }

    private static List<Status> all(StackCommit commit, Status status) {
        return Collections.nCopies(commit.members().size(), status);
    }

    @Test
    @Clause("CA-9")
    public void required_CA9_noSecretIsWrittenInTheOpen() {
        ClusterAccess cluster = cluster("shop", stacks()::shop);
        StackCommit commit = commits.commit("shop", held(stacks().withSecret("shop")), Optional.empty());
        DraftDocument draft = commits.draft(commit.draftId(), "shop", stacks().withSecret("shop"), "{}");
        cluster.saveDraft(draft);
        String preview = cluster.preview(commit).toString();
        CommitReport report = cluster.commit(commit);
        assertTrue(report.complete(), "CA-9: a commit with a secret that can be resolved succeeds");
        List<String> canary = List.of(Commits.CANARY);
        assertAbsent("CA-9: the preview", preview, canary);
        assertAbsent("CA-9: the report", report.toString(), canary);
        assertAbsent("CA-9: the draft", cluster.findDraft(draft.id()).toString(), canary);
        assertAbsent("CA-9: the cluster's text", String.valueOf(cluster), canary);
        inTheOpen().forEach(text -> assertAbsent("CA-9: what the cluster wrote", text, canary));
    }
}

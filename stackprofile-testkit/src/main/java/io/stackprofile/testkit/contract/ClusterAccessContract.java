package io.stackprofile.testkit.contract;

import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;
import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.instantiation.MemberOutcome;
import io.stackprofile.instantiation.MemberOutcome.Status;
import io.stackprofile.spi.cluster.ClusterAccess;
import io.stackprofile.spi.cluster.CommitReport;
import io.stackprofile.spi.cluster.DraftDocument;
import io.stackprofile.spi.cluster.StackCommit;
import io.stackprofile.spi.cluster.StackSnapshot;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.testkit.fixture.StackBuilder;
import io.stackprofile.testkit.fixture.StackFixtures;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Proves a {@link ClusterAccess}: stacks are read as they are, and commits do what was reviewed and no more. */
public abstract class ClusterAccessContract extends ClusterSteps {

    /** For subclasses. */
    protected ClusterAccessContract() {}

    @Test
    @Clause("CA-1")
    public void required_CA1_readGivesMembersTextsAndEdges() {
        ClusterAccess cluster = cluster(Map.of("platform", StackFixtures.platform(), "texts", HARD));
        assertHolds(cluster, "platform", StackFixtures.platform(), "CA-1: read gives every member, text and edge");
        assertHolds(cluster, "texts", HARD, "CA-1: texts are read to the character: line ends, comments, last line");
    }

    @Test
    @Clause("CA-1")
    public void required_CA1_readIsStableAndChangesNothing() {
        ClusterAccess cluster = cluster(Map.of("platform", StackFixtures.platform()));
        StackSnapshot first = cluster.read("platform").orElseThrow();
        String check = "CA-1: reading again gives the same members in the same order";
        assertEquals(refs(first.spec()), refs(spec(cluster, "platform")), check);
        assertEquals(first.fingerprint(), cluster.fingerprint("platform"), "CA-1: a snapshot has its fingerprint");
        assertEquals(Optional.of(first), cluster.read("platform"), check);
    }

    @Test
    @Clause("CA-1")
    public void required_CA1_anUnknownStackIsEmpty() {
        ClusterAccess cluster = cluster(Map.of("platform", StackFixtures.platform()));
        String check = "CA-1: a stack that is not there is empty, not an error; names are compared exactly";
        for (String unknown : List.of("unknown", "plat", "Platform", "platform2")) {
            assertEquals(Optional.empty(), cluster.read(unknown), check);
        }
    }

    @Test
    @Clause("CA-2")
    public void required_CA2_stacksNamesWhatReadGives() {
        ClusterAccess cluster =
                cluster(Map.of("platform", StackFixtures.platform(), "batch", Commits.single("settings", ONE)));
        String check = "CA-2: stacks names every stack that read gives, sorted";
        assertEquals(List.of("batch", "platform"), cluster.stacks(), check);
        cluster.commit(commits.commit("ledger", held(Commits.single("settings", ONE)), Optional.empty()));
        assertEquals(List.of("batch", "ledger", "platform"), cluster.stacks(), check);
        cluster.stacks().forEach(name -> assertTrue(cluster.read(name).isPresent(), check));
    }

    @Test
    @Clause("CA-2")
    public void required_CA2_aDraftIsNoStack() {
        ClusterAccess cluster = cluster(Map.of("platform", StackFixtures.platform()));
        cluster.saveDraft(commits.draft("shop", StackFixtures.platform(), "{}"));
        String check = "CA-2: a stack that exists as a draft only is neither named nor read";
        assertEquals(List.of("platform"), cluster.stacks(), check);
        assertEquals(Optional.empty(), cluster.read("shop"), check);
    }

    @Test
    @Clause("CA-3")
    public void required_CA3_aDraftIsFoundAsItWasSaved() {
        ClusterAccess cluster = cluster(Map.of());
        String check = "CA-3: a draft is found equal to what was saved, its document to the character";
        for (String document : List.of("{}", "", HardTexts.DOCUMENT, HardTexts.large())) {
            DraftDocument draft = commits.draft("platform", StackFixtures.platform(), document);
            cluster.saveDraft(draft);
            assertTrue(cluster.findDraft(draft.id()).equals(Optional.of(draft)), check);
        }
        DraftDocument secret = commits.draft("texts", Commits.withSecret(), "{\"description\": \"Prüfung 🚀\"}");
        cluster.saveDraft(secret);
        assertEquals(Optional.of(secret), cluster.findDraft(secret.id()), check);
        assertEquals(Optional.empty(), cluster.findDraft(commits.nextId()), check);
    }

    @Test
    @Clause("CA-3")
    public void required_CA3_savingAgainReplacesAndDeletingRemoves() {
        ClusterAccess cluster = cluster(Map.of());
        DraftDocument first = commits.draft("platform", StackFixtures.platform(), "{\"first\": 1}");
        DraftDocument other = commits.draft("platform", StackFixtures.platform(), "{\"other\": 1}");
        DraftDocument second = commits.draft(first.id(), "shop", Commits.single("settings", ONE), "{\"second\": 2}");
        List.of(first, other, second).forEach(cluster::saveDraft);
        String check = "CA-3: saving a draft again replaces it whole, and no other";
        assertEquals(Optional.of(second), cluster.findDraft(first.id()), check);
        assertEquals(Optional.of(other), cluster.findDraft(other.id()), check);
        cluster.deleteDraft(first.id());
        cluster.deleteDraft(first.id());
        String deleted = "CA-3: deleting removes the draft and no other; a missing one is no error";
        assertEquals(Optional.empty(), cluster.findDraft(first.id()), deleted);
        assertEquals(Optional.of(other), cluster.findDraft(other.id()), deleted);
    }

    @Test
    @Clause("CA-4")
    public void required_CA4_aFingerprintIsStableWhileTheStackIs() {
        ClusterAccess cluster =
                cluster(Map.of("platform", StackFixtures.platform(), "batch", Commits.single("settings", ONE)));
        String before = cluster.fingerprint("platform");
        cluster.read("platform");
        StackCommit elsewhere = commits.commit("batch", held(Commits.single("settings", TWO)), Optional.empty());
        cluster.preview(elsewhere);
        cluster.saveDraft(commits.draft("platform", StackFixtures.platform(), "{}"));
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
        ClusterAccess cluster = cluster(Map.of("shop", SHOP));
        String check = "CA-4: the fingerprint differs after ";
        HashSet<String> seen = new HashSet<>(List.of(cluster.fingerprint("absent"), cluster.fingerprint("shop")));
        StackSpec edited = SHOP.with(SHOP.members().get(1).withText(TWO));
        StackSpec commented = SHOP.with(SHOP.members().get(1).withText(TWO + "# reviewed\n"));
        cluster.commit(commits.commit("shop", held(edited), Optional.empty()));
        assertTrue(seen.add(cluster.fingerprint("shop")), check + "a text changed");
        cluster.commit(commits.commit("shop", held(commented), Optional.empty()));
        assertTrue(seen.add(cluster.fingerprint("shop")), check + "a comment was added");
        StackSpec unbound = commented.map(member -> member.withParents(List.of()));
        assumeTrue(!held(unbound).equals(held(commented)), "this cluster holds no edges");
        cluster.commit(commits.commit("shop", held(unbound), Optional.empty()));
        assertTrue(seen.add(cluster.fingerprint("shop")), check + "an edge was removed");
    }

    @Test
    @Clause("CA-5")
    public void required_CA5_aTargetThatMovedIsRefused() {
        ClusterAccess cluster = cluster(Map.of("shop", SHOP));
        Optional<String> reviewed = Optional.of(cluster.fingerprint("shop"));
        Optional<String> absent = Optional.of(cluster.fingerprint("ledger"));
        cluster.commit(commits.commit("shop", held(Commits.single("settings", TWO)), reviewed));
        cluster.commit(commits.commit("ledger", held(Commits.single("settings", ONE)), absent));
        Map<String, Optional<StackSnapshot>> before =
                Map.of("shop", cluster.read("shop"), "ledger", cluster.read("ledger"));
        String check = "CA-5: a commit compares the expected fingerprint first, and changes nothing when it differs";
        StackCommit onShop = commits.commit("shop", held(SHOP), reviewed);
        StackCommit onLedger = commits.commit("ledger", held(SHOP), absent);
        assertFails(ErrorCode.TARGET_MOVED, () -> cluster.commit(onShop), check);
        assertFails(ErrorCode.TARGET_MOVED, () -> cluster.commit(onLedger), check + " (the stack is new)");
        before.forEach((stack, was) -> assertEquals(was, cluster.read(stack), check));
    }

    @Test
    @Clause("CA-5")
    public void required_CA5_ofConcurrentCommitsOnOneReviewOneSucceeds() {
        ClusterAccess cluster = cluster(Map.of("shop", Commits.single("settings", Commits.configMap("start"))));
        String check = "CA-5: of concurrent commits on one fingerprint one succeeds; hold a lock from the comparison to"
                + " the last write";
        for (int round = 0; round < 3; round++) {
            String at = "round " + round + " by ";
            Optional<String> reviewed = Optional.of(cluster.fingerprint("shop"));
            String winner = Race.oneWins(ErrorCode.TARGET_MOVED, check, runner -> {
                String text = Commits.configMap(at + runner);
                cluster.commit(commits.commit("shop", held(Commits.single("settings", text)), reviewed));
                return text;
            });
            assertHolds(cluster, "shop", Commits.single("settings", winner), check);
        }
    }

    @Test
    @Clause("CA-6")
    public void required_CA6_afterACommitTheMembersAreThere() {
        ClusterAccess cluster = cluster(Map.of());
        StackSpec platform = ordered(StackFixtures.platform());
        CommitReport report = commit(cluster, "platform", platform);
        assertHolds(cluster, "platform", platform, "CA-6: read gives the committed members with their texts and edges");
        assertReports(report, platform, Status.CREATED, "CA-6: each new member is reported as created, in order");
        commit(cluster, "texts", HARD);
        assertHolds(cluster, "texts", HARD, "CA-6: texts are committed to the character");
    }

    @Test
    @Clause("CA-6")
    public void required_CA6_whatIsNotInTheCommitStays() {
        ClusterAccess cluster = cluster(Map.of("shop", SHOP, "platform", StackFixtures.platform()));
        Optional<StackSnapshot> platform = cluster.read("platform");
        Member changed = SHOP.members().get(1).withText(TWO);
        StackSpec commit = StackSpec.of(SHOP.description(), List.of(changed));
        CommitReport report = commit(cluster, "shop", commit);
        String check = "CA-6: members that are not in the commit are as they were";
        assertHolds(cluster, "shop", SHOP.with(changed), check);
        assertReports(report, commit, Status.UPDATED, "CA-6: a changed member is reported as updated");
        assertEquals(platform, cluster.read("platform"), "CA-6: other stacks are as they were");
    }

    @Test
    @Clause("CA-7")
    public void required_CA7_committingTheSameAgainChangesNothing() {
        ClusterAccess cluster = cluster(Map.of("shop", SHOP));
        for (StackSpec spec : List.of(ordered(StackFixtures.platform()), SHOP, Commits.withSecret(), HARD)) {
            commit(cluster, "target", spec);
            String fingerprint = cluster.fingerprint("target");
            CommitReport again = commit(cluster, "target", spec);
            String check = "CA-7: committing the same again reports every member unchanged and changes nothing";
            assertReports(again, spec, Status.UNCHANGED, check);
            assertTrue(again.complete(), check);
            assertEquals(fingerprint, cluster.fingerprint("target"), check);
        }
    }

    @Test
    @Clause("CA-8")
    public void required_CA8_aPreviewIsWhatTheCommitWillGive() {
        ClusterAccess cluster = cluster(Map.of("shop", SHOP));
        StackSpec changed = StackBuilder.stack("The shop, larger")
                .manifest("settings", TWO)
                .manifest("extra", Commits.configMap("extra"))
                .after("manifest/settings")
                .build();
        for (String stack : List.of("shop", "new-shop")) {
            Optional<StackSnapshot> before = cluster.read(stack);
            StackCommit commit = commits.commit(stack, held(changed), Optional.of(cluster.fingerprint(stack)));
            StackSpec preview = cluster.preview(commit).spec();
            assertEquals(before, cluster.read(stack), "CA-8: a preview changes nothing");
            cluster.commit(commit);
            assertEquals(
                    spec(cluster, stack), preview, "CA-8: a preview is what read gives after the commit, in its order");
        }
    }

    @Test
    @Clause("CA-9")
    public void required_CA9_noSecretIsWrittenInTheOpen() {
        ClusterAccess cluster = cluster(Map.of("shop", SHOP));
        StackCommit commit = commits.commit("shop", held(Commits.withSecret()), Optional.empty());
        DraftDocument draft = commits.draft(commit.draftId(), "shop", Commits.withSecret(), "{}");
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

    private CommitReport commit(ClusterAccess cluster, String stack, StackSpec spec) {
        return cluster.commit(commits.commit(stack, held(spec), Optional.of(cluster.fingerprint(stack))));
    }

    private void assertReports(CommitReport report, StackSpec committed, Status status, String check) {
        List<MemberRef> refs =
                held(committed).members().stream().map(Member::ref).toList();
        assertEquals(refs, report.members().stream().map(MemberOutcome::ref).toList(), check);
        report.members().forEach(outcome -> assertEquals(status, outcome.status(), check + ": " + outcome));
    }
}

package io.stackprofile.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackprofile.StackDraftId;
import io.stackprofile.spi.cluster.ClusterAccess;
import io.stackprofile.spi.cluster.DraftDocument;
import io.stackprofile.spi.cluster.DraftHeading;
import io.stackprofile.stack.StackSpec;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The part of {@link ClusterAccessContract} about drafts: [CA-2], [CA-3]. */
public abstract class ClusterDrafts extends ClusterPreviews {

    /** For {@link ClusterAccessContract}. */
    ClusterDrafts() {}

    private DraftDocument draft(String stack, String document) {
        return commits.draft(stack, stacks().platform(stack), document);
    }

    @Test
    @Clause("CA-2")
    public void required_CA2_aDraftIsNoStack() {
        ClusterAccess cluster = cluster("platform", stacks()::platform);
        cluster.saveDraft(draft("shop", "{}"));
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
            DraftDocument draft = draft("platform", document);
            cluster.saveDraft(draft);
            assertTrue(cluster.findDraft(draft.id()).equals(Optional.of(draft)), check);
        }
        StackSpec secret = stacks().withSecret("texts");
        DraftDocument referring = commits.draft("texts", secret, "{\"description\": \"Prüfung 🚀\"}");
        cluster.saveDraft(referring);
        assertEquals(Optional.of(referring), cluster.findDraft(referring.id()), check);
        assertEquals(Optional.empty(), cluster.findDraft(commits.nextId()), check);
    }

    @Test
    @Clause("CA-3")
    public void required_CA3_savingAgainReplacesAndDeletingRemoves() {
        ClusterAccess cluster = cluster(Map.of());
        DraftDocument first = draft("platform", "{\"first\": 1}");
        DraftDocument other = draft("platform", "{\"other\": 1}");
        DraftDocument second = commits.draft(first.id(), "shop", stacks().single("shop", 1), "{\"second\": 2}");
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
    @Clause("CA-3")
    public void required_CA3_draftsNamesThoseThatAreKept() {
        ClusterAccess cluster = cluster("platform", stacks()::platform);
        String check = "CA-3: drafts names every draft that is kept, by id, with its stack, and no other";
        assertEquals(List.of(), cluster.drafts(), check);
        cluster.deleteDraft(commits.nextId());
        DraftDocument one = draft("platform", "{}");
        DraftDocument two = draft("shop", HardTexts.large());
        DraftDocument three = draft("platform", "{}");
        Stream.of(three, one, two).forEach(cluster::saveDraft);
        assertNamed(cluster, check, headings(one, two, three));
        DraftDocument moved = commits.draft(one.id(), "ledger", one.spec(), "{}");
        cluster.saveDraft(moved);
        assertNamed(cluster, check + ": one that was saved again, as it is", headings(moved, two, three));
        cluster.deleteDraft(two.id());
        assertNamed(cluster, check + ": not one that was deleted", headings(moved, three));
        cluster.commit(commits.commit("ledger", held(stacks().single("ledger", 1)), Optional.empty()));
        assertNamed(cluster, check + ": a commit of another leaves them", headings(moved, three));
    }

    private static Stream<DraftHeading> headings(DraftDocument... drafts) {
        return Stream.of(drafts).map(draft -> new DraftHeading(draft.id(), draft.stack()));
    }

    private static void assertNamed(ClusterAccess cluster, String check, Stream<DraftHeading> expected) {
        Comparator<DraftHeading> byId =
                Comparator.comparing(DraftHeading::id, Comparator.comparing(StackDraftId::toString));
        assertEquals(expected.sorted(byId).toList(), cluster.drafts(), check);
    }
}

package io.stackprofile.testkit.contract;

import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackprofile.Digest;
import io.stackprofile.DraftId;
import io.stackprofile.PageRequest;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.spi.store.DraftRecord;
import io.stackprofile.spi.store.DraftStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Proves a {@link DraftStore}: drafts are kept to the character, by tenant, and change on the expected revision only. */
public abstract class DraftStoreContract extends StoreContract {

    /** For subclasses. */
    protected DraftStoreContract() {}

    private DraftStore drafts() {
        return store().drafts();
    }

    private DraftRecord create(DraftRecord draft) {
        drafts().create(draft);
        return draft;
    }

    private void assertKept(DraftRecord expected, String check) {
        assertEquals(Optional.of(expected), drafts().find(expected.organisation(), expected.id()), check);
    }

    private Listing<DraftRecord> listing() {
        return new Listing<>(
                "DS-5",
                records,
                id -> create(records.draft(ACME, id, "{}", Set.of())),
                id -> drafts().delete(ACME, new DraftId(id)),
                request -> drafts().page(ACME, request),
                draft -> draft.id().value());
    }

    @Test
    @Clause("DS-1")
    public void required_DS1_createStoresADraft() {
        DraftRecord draft = create(records.draft(ACME));
        assertKept(draft, "DS-1: what was created is found");
        assertEquals(
                Optional.empty(), drafts().find(ACME, new DraftId(records.nextId())), "DS-1: another id finds nothing");
    }

    @Test
    @Clause("DS-1")
    public void required_DS1_createRefusesAnIdThatIsThere() {
        DraftRecord draft = create(records.draft(ACME));
        DraftRecord again = records.draft(ACME, draft.id().value(), "{\"again\": true}", Set.of());
        String check = "DS-1: create inserts and never replaces; a repeat of an id is STALE_REVISION";
        assertFails(ErrorCode.STALE_REVISION, () -> drafts().create(again), check);
        assertKept(draft, check);
    }

    @Test
    @Clause("DS-2")
    public void required_DS2_updateReplacesOnTheExpectedRevision() {
        DraftRecord one = create(records.draft(ACME));
        DraftRecord two = records.changed(one, "{\"members\": []}", Set.of());
        drafts().update(1, two);
        assertKept(two, "DS-2: update replaces every field");
        DraftRecord stale = records.changed(one, "{\"stale\": true}", Set.of());
        String check = "DS-2: update compares expectedRevision with the stored one in the statement that writes";
        assertFails(ErrorCode.STALE_REVISION, () -> drafts().update(1, stale), check);
        assertKept(two, check);
    }

    @Test
    @Clause("DS-2")
    public void required_DS2_anUpdateReplacesEveryFieldOfOneDraft() {
        DraftRecord other = create(records.draft(ACME));
        DraftRecord one = create(records.draft(ACME));
        DraftRecord two = DraftRecord.builder()
                .id(one.id())
                .organisation(ACME)
                .revision(2)
                .name("renamed")
                .createdAt(one.createdAt())
                .createdBy(one.createdBy())
                .updatedAt(Records.LATER)
                .updatedBy("carol")
                .document("{}")
                .build();
        drafts().update(1, two);
        String check = "DS-2: update replaces every field of one draft, and none of another; the condition has the id";
        assertKept(two, check);
        assertKept(other, check);
    }

    @Test
    @Clause("DS-2")
    public void required_DS2_updateOfAMissingDraftIsNotFound() {
        DraftRecord never = records.changed(records.draft(ACME), "{}", Set.of());
        String check = "DS-2: update never inserts; a missing draft is NOT_FOUND";
        assertFails(ErrorCode.NOT_FOUND, () -> drafts().update(1, never), check);
        assertEquals(Optional.empty(), drafts().find(ACME, never.id()), check);
    }

    @Test
    @Clause("DS-2")
    public void required_DS2_ofConcurrentUpdatesOneSucceeds() {
        DraftRecord before = create(records.draft(ACME));
        String check = "DS-2: of concurrent updates on one revision one succeeds; look at the number of rows";
        for (int round = 0; round < Race.ROUNDS; round++) {
            DraftRecord at = before;
            before = Race.oneWins(ErrorCode.STALE_REVISION, check, runner -> {
                DraftRecord changed = records.changed(at, "{\"by\": " + runner + "}", Set.of());
                drafts().update(at.revision(), changed);
                return changed;
            });
            assertKept(before, check);
        }
    }

    @Test
    @Clause("DS-3")
    public void required_DS3_deleteRemovesADraft() {
        DraftRecord gone = create(records.draft(ACME));
        DraftRecord kept = create(records.draft(ACME));
        drafts().delete(ACME, gone.id());
        drafts().delete(ACME, gone.id());
        String check = "DS-3: delete removes the draft, and a missing one is no error";
        assertEquals(Optional.empty(), drafts().find(ACME, gone.id()), check);
        assertEquals(List.of(kept), drafts().page(ACME, PageRequest.first()).items(), check);
    }

    @Test
    @Clause("DS-7")
    public void required_DS7_aChangedDraftIsNotRemoved() {
        DraftRecord read = create(records.draft(ACME));
        DraftRecord changed = records.changed(read, "{\"members\": []}", Set.of());
        drafts().update(1, changed);
        String check =
                "DS-7: deleteUnchanged compares expectedRevision with the stored one in the statement that removes";
        assertEquals(false, drafts().deleteUnchanged(ACME, read.id(), 1), check);
        assertKept(changed, check);
        assertEquals(false, drafts().deleteUnchanged(GLOBEX, read.id(), 2), check);
        assertEquals(true, drafts().deleteUnchanged(ACME, read.id(), 2), check);
        assertEquals(Optional.empty(), drafts().find(ACME, read.id()), check);
        assertEquals(false, drafts().deleteUnchanged(ACME, read.id(), 2), check);
    }

    @Test
    @Clause("DS-4")
    public void required_DS4_whatIsReadEqualsWhatWasWritten() {
        Digest one = keep(ACME, "c: 1\n");
        Digest two = keep(ACME, "a: 2\n");
        String check = "DS-4: every field is read as it was written, the document to the character, instants to the"
                + " microsecond";
        for (String document : List.of(HardTexts.DOCUMENT, "", " ", "{}", HardTexts.large())) {
            DraftRecord draft = records.draft(ACME, records.nextId(), document, Set.of(one, two));
            create(draft);
            Optional<DraftRecord> read = drafts().find(ACME, draft.id());
            assertTrue(read.isPresent() && read.get().equals(draft), check);
            DraftRecord changed = records.changed(draft, document + "#", Set.of(two));
            drafts().update(1, changed);
            assertTrue(drafts().find(ACME, draft.id()).equals(Optional.of(changed)), check);
        }
    }

    @Test
    @Clause("DS-5")
    public void required_DS5_draftsComeNewestFirst() {
        create(records.draft(GLOBEX));
        listing().isNewestFirst();
    }

    @Test
    @Clause("DS-5")
    public void required_DS5_pagesStayStable() {
        listing().isStable();
    }

    @Test
    @Clause("DS-5")
    public void required_DS5_onlyTheLastPageHasNoToken() {
        listing().endsWithoutAToken();
    }

    @Test
    @Clause("DS-5")
    public void required_DS5_aTokenIsRefusedForAnotherOrganisation() {
        listing().refusesForeignTokens("another organisation", request -> drafts().page(GLOBEX, request));
    }

    @Test
    @Clause("DS-6")
    public void required_DS6_anotherOrganisationNeitherSeesNorChanges() {
        DraftRecord mine = create(records.draft(ACME));
        String check = "DS-6: every statement has the organisation in its condition";
        assertEquals(Optional.empty(), drafts().find(GLOBEX, mine.id()), check);
        assertEquals(List.of(), drafts().page(GLOBEX, PageRequest.first()).items(), check);
        drafts().delete(GLOBEX, mine.id());
        DraftRecord stolen = records.moved(records.changed(mine, "{}", Set.of()), GLOBEX);
        assertFails(ErrorCode.NOT_FOUND, () -> drafts().update(1, stolen), check);
        assertKept(mine, check);
    }

    @Test
    @Clause("DS-6")
    public void required_DS6_anotherOrganisationsDraftOfTheSameIdChangesNothing() {
        DraftRecord mine = create(records.draft(ACME));
        try {
            create(records.moved(mine, GLOBEX));
        } catch (StackProfileException refused) {
            assertEquals(ErrorCode.STALE_REVISION, refused.code(), "DS-6: an id that is taken is STALE_REVISION");
        }
        assertKept(mine, "DS-6: a draft of the same id in another organisation changes nothing; never upsert by id");
    }

    @Test
    @Clause("DS-1")
    public void required_DS1_ofConcurrentCreatesOfOneIdOneSucceeds() {
        String check = "DS-1: of concurrent creates of one id one succeeds; let the primary key decide";
        for (int round = 0; round < Race.ROUNDS; round++) {
            UUID id = records.nextId();
            DraftRecord winner = Race.oneWins(
                    ErrorCode.STALE_REVISION,
                    check,
                    runner -> create(records.draft(ACME, id, "{\"by\": " + runner + "}", Set.of())));
            assertKept(winner, check);
        }
    }

    @Test
    @Clause("DS-7")
    public void required_DS7_ofAnUpdateAndARemovalOnOneRevisionOneTakesEffect() {
        String check = "DS-7: of updates and removals on one revision one takes effect; a removal that came too late"
                + " answers false, an update is refused";
        for (int round = 0; round < Race.ROUNDS; round++) {
            DraftRecord at = create(records.draft(ACME));
            List<Race.Outcome<Boolean>> outcomes = Race.run(runner -> {
                if (runner % 2 == 0) {
                    return drafts().deleteUnchanged(ACME, at.id(), 1);
                }
                drafts().update(1, records.changed(at, "{\"by\": " + runner + "}", Set.of()));
                return true;
            });
            long effects = outcomes.stream()
                    .filter(outcome -> outcome.value().orElse(false))
                    .count();
            assertEquals(1, effects, check);
            boolean removed = outcomes.get(0).value().orElse(false)
                    || outcomes.get(2).value().orElse(false);
            assertEquals(removed, drafts().find(ACME, at.id()).isEmpty(), check);
        }
    }
}

package io.stackprofile.testkit.contract;

import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackprofile.Digest;
import io.stackprofile.InstantiationId;
import io.stackprofile.PageRequest;
import io.stackprofile.ProfileId;
import io.stackprofile.StackDraftId;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.spi.store.InstantiationRecord;
import io.stackprofile.spi.store.InstantiationStore;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Proves an {@link InstantiationStore}: instances are kept by tenant, change on the expected revision, and are counted. */
public abstract class InstantiationStoreContract extends InstantiationStoreFields {

    /** For subclasses. */
    protected InstantiationStoreContract() {}

    @Test
    @Clause("IS-1")
    public void required_IS1_createStoresAnInstance() {
        assertKept(drafted(), "IS-1: what was created is found by id and by draft");
        String check = "IS-1: another id finds nothing";
        assertEquals(Optional.empty(), instances().find(ACME, new InstantiationId(records.nextId())), check);
        assertEquals(Optional.empty(), instances().findByDraft(ACME, new StackDraftId(records.nextId())), check);
    }

    @Test
    @Clause("IS-1")
    public void required_IS1_createRefusesAnIdThatIsThere() {
        InstantiationRecord first = create(ACME, profile, 1, InstantiationStatus.DEPLOYED);
        InstantiationRecord again = records.instance(
                ACME, first.id().value(), profile, 2, InstantiationStatus.DEPLOYED, "{\"again\": 1}", Set.of());
        String check = "IS-1: create inserts and never replaces; a repeat of an id is STALE_REVISION, counts stay";
        assertFails(ErrorCode.STALE_REVISION, () -> instances().create(again), check);
        assertKept(first, check);
        assertEquals(1, instances().outdatedCount(ACME, profile, 9), check);
        assertEquals(1, instances().instanceCount(profile), check);
    }

    @Test
    @Clause("IS-2")
    public void required_IS2_updateReplacesOnTheExpectedRevision() {
        InstantiationRecord one = drafted();
        InstantiationRecord two = update(one, 1, InstantiationStatus.COMMITTING);
        assertKept(two, "IS-2: update replaces every field");
        InstantiationRecord stale = records.changed(one, 1, InstantiationStatus.PARTIAL);
        String check = "IS-2: update compares expectedRevision with the stored one in the statement that writes";
        assertFails(ErrorCode.STALE_REVISION, () -> instances().update(1, stale), check);
        assertKept(two, check);
    }

    @Test
    @Clause("IS-2")
    public void required_IS2_updateOfAMissingInstanceIsNotFound() {
        InstantiationRecord never = records.instance(ACME, profile, 1, InstantiationStatus.DRAFTED);
        assertFails(
                ErrorCode.NOT_FOUND,
                () -> update(never, 1, InstantiationStatus.DEPLOYED),
                "IS-2: update never inserts; a missing instance is NOT_FOUND");
        assertEquals(0, instances().outdatedCount(ACME, profile, 9), "IS-2: a refused update moves no count");
    }

    @Test
    @Clause("IS-2")
    public void required_IS2_ofConcurrentUpdatesOneSucceeds() {
        InstantiationRecord before = drafted();
        String check = "IS-2: of concurrent updates on one revision one succeeds; look at the number of rows";
        for (int round = 0; round < Race.ROUNDS; round++) {
            InstantiationRecord at = before;
            before = Race.oneWins(
                    ErrorCode.STALE_REVISION, check, runner -> update(at, runner + 1, InstantiationStatus.DEPLOYED));
            assertKept(before, check);
            assertEquals(1, instances().outdatedCount(ACME, profile, 9), check + " (the count moved more than once)");
        }
    }

    @Test
    @Clause("IS-3")
    public void required_IS3_whatIsReadEqualsWhatWasWritten() {
        Digest one = keep(ACME, "c: 1\n");
        Digest two = keep(ACME, "a: 2\n");
        String check = "IS-3: every field is read as it was written, the document to the character";
        for (String document : List.of(HardTexts.DOCUMENT, "", " ", "{}", HardTexts.large())) {
            for (InstantiationStatus status : InstantiationStatus.values()) {
                UUID id = records.nextId();
                InstantiationRecord instance =
                        records.instance(ACME, id, profile, 3, status, document, Set.of(one, two));
                instances().create(instance);
                Optional<InstantiationRecord> kept = Optional.of(instance);
                assertTrue(instances().find(ACME, instance.id()).equals(kept), check);
                assertTrue(instances().findByDraft(ACME, instance.draftId()).equals(kept), check);
            }
        }
    }

    @Test
    @Clause("IS-4")
    public void required_IS4_instancesComeNewestFirst() {
        create(ACME, otherProfile, 1, InstantiationStatus.DEPLOYED);
        create(GLOBEX, profile, 1, InstantiationStatus.DEPLOYED);
        listing(ALL).isNewestFirst();
    }

    @Test
    @Clause("IS-4")
    public void required_IS4_pagesStayStable() {
        listing(ALL).isStable();
    }

    @Test
    @Clause("IS-4")
    public void required_IS4_pagesBelowAVersionStayStable() {
        create(ACME, profile, 2, InstantiationStatus.DEPLOYED);
        listing(OptionalInt.of(2)).isStable();
    }

    @Test
    @Clause("IS-4")
    public void required_IS4_onlyTheLastPageHasNoToken() {
        create(ACME, profile, 2, InstantiationStatus.DEPLOYED);
        listing(OptionalInt.of(2)).endsWithoutAToken();
    }

    @Test
    @Clause("IS-4")
    public void required_IS4_aTokenIsRefusedForAnotherListing() {
        Listing<InstantiationRecord> listing = listing(ALL);
        listing.refusesForeignTokens(
                "another organisation", request -> instances().page(GLOBEX, profile, ALL, request));
        listing.refusesForeignTokens("another profile", request -> instances().page(ACME, otherProfile, ALL, request));
        listing.refusesForeignTokens(
                "another bound", request -> instances().page(ACME, profile, OptionalInt.of(2), request));
    }

    @Test
    @Clause("IS-4")
    public void required_IS4_belowGivesDeployedInstancesOfLowerVersions() {
        InstantiationRecord first = create(ACME, profile, 1, InstantiationStatus.DEPLOYED);
        InstantiationRecord second = create(ACME, profile, 2, InstantiationStatus.DEPLOYED);
        create(ACME, profile, 3, InstantiationStatus.DEPLOYED);
        create(ACME, profile, 1, InstantiationStatus.DRAFTED);
        create(ACME, profile, 1, InstantiationStatus.COMMITTING);
        create(ACME, profile, 1, InstantiationStatus.PARTIAL);
        create(ACME, otherProfile, 1, InstantiationStatus.DEPLOYED);
        String check = "IS-4: below gives instances that are DEPLOYED with a version strictly below it";
        assertEquals(List.of(second, first), below(3), check);
        assertEquals(List.of(first), below(2), check);
        assertEquals(List.of(), below(1), check);
    }

    @Test
    @Clause("IS-5")
    public void required_IS5_outdatedCountFollowsEveryWrite() {
        assertCounted("nothing");
        InstantiationRecord first = create(ACME, profile, 1, InstantiationStatus.DEPLOYED);
        InstantiationRecord second = create(ACME, profile, 1, InstantiationStatus.DRAFTED);
        create(ACME, profile, 4, InstantiationStatus.DEPLOYED);
        create(GLOBEX, profile, 1, InstantiationStatus.DEPLOYED);
        create(ACME, otherProfile, 1, InstantiationStatus.DEPLOYED);
        assertCounted("creates");
        second = update(second, 1, InstantiationStatus.COMMITTING);
        assertCounted("an update between states that are not counted");
        second = update(second, 1, InstantiationStatus.DEPLOYED);
        assertCounted("an update to DEPLOYED");
        second = update(second, 3, InstantiationStatus.DEPLOYED);
        assertCounted("an update to another version");
        first = update(first, 1, InstantiationStatus.PARTIAL);
        assertCounted("an update from DEPLOYED");
        instances().delete(ACME, first.id(), first.revision());
        instances().delete(ACME, second.id(), second.revision());
        assertCounted("deletes");
        assertEquals(1, instances().outdatedCount(GLOBEX, profile, 2), "IS-5: each organisation has its own count");
    }

    @Test
    @Clause("IS-5")
    public void required_IS5_concurrentWritesAreAllCounted() {
        Race.run(runner -> {
            for (int i = 0; i < Race.ROUNDS; i++) {
                update(create(ACME, profile, 1, InstantiationStatus.DEPLOYED), 2, InstantiationStatus.DEPLOYED);
            }
            return runner;
        });
        assertCounted("concurrent writes");
        assertEquals((long) Race.RUNNERS * Race.ROUNDS, instances().instanceCount(profile), "IS-5: none is lost");
    }

    @Test
    @Clause("IS-5")
    public void required_IS5_instancesAreCountedOverEveryOrganisation() {
        InstantiationRecord mine = drafted();
        create(GLOBEX, profile, 2, InstantiationStatus.DEPLOYED);
        create(ACME, otherProfile, 1, InstantiationStatus.PARTIAL);
        String check = "IS-5: instanceCount has every organisation's instances of the profile, in whatever state";
        assertEquals(2, instances().instanceCount(profile), check);
        instances().delete(ACME, mine.id(), 1);
        assertEquals(1, instances().instanceCount(profile), check);
        assertEquals(0, instances().instanceCount(new ProfileId(records.nextId())), check);
    }

    @Test
    @Clause("IS-6")
    public void required_IS6_deleteIsConditionalOnTheRevision() {
        InstantiationRecord two = update(drafted(), 1, InstantiationStatus.DEPLOYED);
        String check = "IS-6: delete removes on the expected revision only";
        assertFails(ErrorCode.STALE_REVISION, () -> instances().delete(ACME, two.id(), 1), check);
        assertKept(two, check);
        instances().delete(ACME, two.id(), 2);
        assertEquals(Optional.empty(), instances().find(ACME, two.id()), check);
        assertEquals(Optional.empty(), instances().findByDraft(ACME, two.draftId()), check);
        instances().delete(ACME, two.id(), 2);
        assertEquals(
                0, instances().outdatedCount(ACME, profile, 9), "IS-6: a repeated delete is no error, counts stay");
    }

    @Test
    @Clause("IS-7")
    public void required_IS7_anotherOrganisationNeitherSeesNorChanges() {
        InstantiationRecord mine = create(ACME, profile, 1, InstantiationStatus.DEPLOYED);
        String check = "IS-7: every statement has the organisation in its condition";
        assertEquals(Optional.empty(), instances().find(GLOBEX, mine.id()), check);
        assertEquals(Optional.empty(), instances().findByDraft(GLOBEX, mine.draftId()), check);
        assertEquals(
                List.of(),
                instances().page(GLOBEX, profile, ALL, PageRequest.first()).items(),
                check);
        assertEquals(0, instances().outdatedCount(GLOBEX, profile, 9), check);
        InstantiationRecord stolen = records.changed(mine, GLOBEX, 2, InstantiationStatus.DEPLOYED, Set.of());
        assertFails(ErrorCode.NOT_FOUND, () -> instances().update(1, stolen), check);
        instances().delete(GLOBEX, mine.id(), 1);
        assertKept(mine, check);
        assertEquals(1, instances().outdatedCount(ACME, profile, 9), check);
    }

    @Test
    @Clause("IS-1")
    public void required_IS1_ofConcurrentCreatesOfOneDraftOneSucceeds() {
        String check = "IS-1: of concurrent creates of one id and draft one succeeds and is counted";
        for (int round = 0; round < Race.ROUNDS; round++) {
            UUID id = records.nextId();
            InstantiationRecord winner = Race.oneWins(ErrorCode.STALE_REVISION, check, runner -> {
                InstantiationRecord created =
                        records.instance(ACME, id, profile, runner + 1, InstantiationStatus.DEPLOYED, "{}", Set.of());
                instances().create(created);
                return created;
            });
            assertKept(winner, check);
            assertEquals(round + 1, instances().instanceCount(profile), check);
            assertEquals(round + 1, instances().outdatedCount(ACME, profile, 9), check);
        }
    }

    @Test
    @Clause("IS-8")
    public void required_IS8_ofAnUpdateAndADeletionOnOneRevisionOneTakesEffect() {
        String check = "IS-8: of updates and deletions on one revision one takes effect, and the counts follow it; move"
                + " them by what the statement changed, not by what was read before";
        long left = 0;
        for (int round = 0; round < Race.ROUNDS; round++) {
            InstantiationRecord at = create(ACME, profile, 1, InstantiationStatus.DEPLOYED);
            Race.run(runner -> {
                if (runner % 2 == 0) {
                    instances().delete(ACME, at.id(), 1);
                    return at;
                }
                return update(at, 2 + runner, InstantiationStatus.DEPLOYED);
            });
            left += instances().find(ACME, at.id()).isPresent() ? 1 : 0;
            assertEquals(left, instances().instanceCount(profile), check);
            assertEquals(left, instances().outdatedCount(ACME, profile, 99), check);
            assertEquals(left, below(99).size(), check);
        }
    }
}

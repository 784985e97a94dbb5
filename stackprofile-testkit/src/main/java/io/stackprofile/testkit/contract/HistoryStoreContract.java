package io.stackprofile.testkit.contract;

import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackprofile.Page;
import io.stackprofile.PageRequest;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.profile.Deprecation;
import io.stackprofile.spi.store.HistoryRecord;
import io.stackprofile.spi.store.HistoryStore;
import io.stackprofile.spi.store.ProfileRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Proves a {@link HistoryStore}: every change of a profile is there, once, and stays. */
public abstract class HistoryStoreContract extends ProfileSteps {

    /** For subclasses. */
    protected HistoryStoreContract() {}

    private HistoryStore history() {
        return store().history();
    }

    private List<HistoryRecord> all(String organisation, ProfileRecord profile) {
        return history()
                .page(organisation, profile.id(), PageRequest.first(100))
                .items();
    }

    /** A profile changed in every way there is, to its deletion; the revisions it had, newest first. */
    private List<ProfileRecord> life() {
        List<ProfileRecord> life = new ArrayList<>();
        life.add(0, create(ACME, "platform"));
        life.add(0, append(life.get(0)));
        life.add(0, profiles().update(2, records.changed(life.get(0), Traits.of(ACME, "base"))));
        ProfileRecord deprecated = records.changed(life.get(0), Traits.of(life.get(0)));
        Deprecation why = Deprecation.builder()
                .reason(Deprecation.Reason.DEFECT)
                .at(Records.LATER)
                .by("bob")
                .build();
        life.add(0, profiles().deprecate(3, deprecated, 1, Optional.of(why)));
        ProfileRecord last = records.changed(life.get(0), Traits.of(life.get(0)));
        profiles().delete(4, last);
        life.add(0, last);
        return life;
    }

    private static List<HistoryRecord> entries(List<ProfileRecord> life) {
        return life.stream().map(HistoryRecord::of).toList();
    }

    @Test
    @Clause("HS-1")
    public void required_HS1_everyWriteLeavesItsEntry() {
        List<ProfileRecord> life = life();
        String check =
                "HS-1: create, append, update, deprecate and delete each write the entry of the revision they make";
        assertEquals(entries(life), all(ACME, life.get(0)), check);
        for (ProfileRecord written : life) {
            Optional<HistoryRecord> found = history().find(ACME, written.id(), written.revision());
            assertEquals(Optional.of(HistoryRecord.of(written)), found, check);
        }
        assertEquals(Optional.empty(), history().find(ACME, life.get(0).id(), 6), check);
    }

    @Test
    @Clause("HS-1")
    public void required_HS1_whatFailsOrIsRepeatedLeavesNone() {
        ProfileRecord one = create(ACME, "platform");
        ProfileRecord two = append(one);
        String check = "HS-1: a write that is refused, or recognised as a repeat, leaves no entry";
        assertFails(ErrorCode.STALE_REVISION, () -> delete(one), check);
        assertFails(ErrorCode.STALE_REVISION, () -> profiles().update(1, records.changed(one, Traits.of(one))), check);
        assertEquals(two, append(one), check);
        assertEquals(entries(List.of(two, one)), all(ACME, one), check);
    }

    @Test
    @Clause("HS-1")
    public void required_HS1_ofConcurrentWritesTheOneThatSucceedsIsThere() {
        ProfileRecord before = create(ACME, "platform");
        List<ProfileRecord> made = new ArrayList<>(List.of(before));
        String check = "HS-1: the entry is written in the transaction of the change; one for each revision";
        for (int round = 0; round < Race.ROUNDS; round++) {
            ProfileRecord at = made.get(0);
            made.add(
                    0,
                    Race.oneWins(
                            ErrorCode.STALE_REVISION,
                            check,
                            runner -> profiles()
                                    .update(
                                            at.revision(),
                                            records.changed(at, Traits.of(at).category("by-" + runner)))));
            assertEquals(entries(made), all(ACME, before), check);
        }
    }

    @Test
    @Clause("HS-2")
    public void required_HS2_entriesArePagedHighestRevisionFirst() {
        List<ProfileRecord> life = life();
        for (int size = 1; size <= 6; size++) {
            List<HistoryRecord> walked = new ArrayList<>();
            Optional<PageRequest> at = Optional.of(PageRequest.first(size));
            while (at.isPresent()) {
                PageRequest request = at.get();
                Page<HistoryRecord> page = history().page(ACME, life.get(0).id(), request);
                assertTrue(page.items().size() <= size, "HS-2: a page has at most as many entries as were asked for");
                walked.addAll(page.items());
                at = page.next().map(request::at);
            }
            assertEquals(entries(life), walked, "HS-2: highest revision first, each once (page size " + size + ")");
        }
    }

    @Test
    @Clause("HS-2")
    public void required_HS2_revisionsAreOrderedAsNumbers() {
        List<ProfileRecord> made = new ArrayList<>(List.of(create(ACME, "platform")));
        while (made.size() < 12) {
            ProfileRecord at = made.get(0);
            made.add(0, profiles().update(at.revision(), records.changed(at, Traits.of(at))));
        }
        String check = "HS-2: revisions are numbers: 10 comes before 9; check the column's type";
        assertEquals(entries(made), all(ACME, made.get(0)), check);
    }

    @Test
    @Clause("HS-2")
    public void required_HS2_aTokenIsRefusedForAnotherProfile() {
        ProfileRecord one = append(create(ACME, "platform"));
        ProfileRecord other = append(create(ACME, "other"));
        String token =
                history().page(ACME, one.id(), PageRequest.first(1)).next().orElseThrow();
        String check = "HS-2: a token says which profile's history it belongs to";
        for (String given : List.of(token + "x", "", "2", "not-a-token")) {
            PageRequest request = PageRequest.first(1).at(given);
            assertFails(ErrorCode.INVALID_REQUEST, () -> history().page(ACME, one.id(), request), check);
        }
        PageRequest at = PageRequest.first(1).at(token);
        assertFails(ErrorCode.INVALID_REQUEST, () -> history().page(ACME, other.id(), at), check);
        assertFails(ErrorCode.INVALID_REQUEST, () -> history().page(GLOBEX, one.id(), at), check);
        assertEquals(1, history().page(ACME, one.id(), at).items().size(), check);
    }

    @Test
    @Clause("HS-3")
    public void required_HS3_entriesOutliveTheirProfileAndNoSuccessorInheritsThem() {
        List<ProfileRecord> life = life();
        ProfileRecord successor = create(ACME, "base");
        String check = "HS-3: a deleted profile's entries stay, under its id; a later one of its name has its own";
        assertEquals(5, all(ACME, life.get(0)).size(), check);
        assertEquals(entries(List.of(successor)), all(ACME, successor), check);
    }

    @Test
    @Clause("HS-4")
    public void required_HS4_anotherOrganisationSeesNoEntry() {
        ProfileRecord mine = create(Traits.of(ACME, "platform").sharedWith(GLOBEX));
        String check = "HS-4: history is the owner's, whoever may read the profile";
        assertEquals(List.of(), all(GLOBEX, mine), check);
        assertEquals(Optional.empty(), history().find(GLOBEX, mine.id(), 1), check);
    }
}

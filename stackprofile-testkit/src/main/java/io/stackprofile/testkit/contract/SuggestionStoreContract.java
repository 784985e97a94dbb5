package io.stackprofile.testkit.contract;

import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stackprofile.Digest;
import io.stackprofile.PageRequest;
import io.stackprofile.ProfileId;
import io.stackprofile.SuggestionId;
import io.stackprofile.draft.SuggestionStatus;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.spi.store.SuggestionRecord;
import io.stackprofile.spi.store.SuggestionStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Proves a {@link SuggestionStore}: suggestions are seen from both sides and from no other, and change once at a time. */
public abstract class SuggestionStoreContract extends ProfileSteps {

    private static final String HOOLI = "hooli";

    /** For subclasses. */
    protected SuggestionStoreContract() {}

    private final ProfileId profile = new ProfileId(records.nextId());

    private SuggestionStore suggestions() {
        return store().suggestions();
    }

    /** From globex to acme. */
    private SuggestionRecord create(UUID id, ProfileId to, String document, Set<Digest> contents) {
        SuggestionRecord suggestion = record(id, to, 1, SuggestionStatus.SUBMITTED, document, contents);
        suggestions().create(suggestion);
        return suggestion;
    }

    private SuggestionRecord create() {
        return create(records.nextId(), profile, "{}", Set.of());
    }

    private static SuggestionRecord record(
            UUID id, ProfileId to, long revision, SuggestionStatus status, String document, Set<Digest> contents) {
        return record(id, GLOBEX, to, revision, status, document, contents);
    }

    private static SuggestionRecord record(
            UUID id,
            String organisation,
            ProfileId to,
            long revision,
            SuggestionStatus status,
            String document,
            Set<Digest> contents) {
        return SuggestionRecord.builder()
                .id(new SuggestionId(id))
                .owner(ACME)
                .profileId(to)
                .organisation(organisation)
                .revision(revision)
                .status(status)
                .createdAt(Records.NOW)
                .createdBy("gina")
                .updatedAt(revision == 1 ? Records.NOW : Records.LATER)
                .updatedBy("alice")
                .document(document)
                .proposal("[" + document + "]")
                .addAllContents(contents)
                .build();
    }

    private static SuggestionRecord changed(SuggestionRecord before, SuggestionStatus status, String document) {
        return record(
                before.id().value(), before.profileId(), before.revision() + 1, status, document, before.contents());
    }

    private void assertKept(SuggestionRecord expected, String check) {
        assertEquals(Optional.of(expected), suggestions().find(ACME, expected.id()), check);
        assertEquals(Optional.of(expected), suggestions().find(GLOBEX, expected.id()), check);
    }

    private Listing<SuggestionRecord> listing(boolean received) {
        return new Listing<>(
                "SS-4",
                records,
                id -> create(id, profile, "{}", Set.of()),
                id -> deleteProfileOf(id),
                request -> received
                        ? suggestions().received(ACME, profile, request)
                        : suggestions().sent(GLOBEX, request),
                suggestion -> suggestion.id().value());
    }

    private void deleteProfileOf(UUID suggestion) {
        throw new UnsupportedOperationException("a suggestion goes with its profile, not alone: " + suggestion);
    }

    @Test
    @Clause("SS-1")
    public void required_SS1_createStoresASuggestionOnce() {
        SuggestionRecord one = create();
        String check = "SS-1: create inserts and never replaces; a repeat of an id is STALE_REVISION";
        assertFails(
                ErrorCode.STALE_REVISION, () -> create(one.id().value(), profile, "{\"again\": 1}", Set.of()), check);
        assertKept(one, check);
    }

    @Test
    @Clause("SS-2")
    public void required_SS2_updateReplacesOnTheExpectedRevision() {
        SuggestionRecord one = create();
        SuggestionRecord two = changed(one, SuggestionStatus.REJECTED, "{\"no\": 1}");
        suggestions().update(1, two);
        String check = "SS-2: update compares expectedRevision with the stored one in the statement that writes";
        assertKept(two, check);
        SuggestionRecord stale = changed(one, SuggestionStatus.WITHDRAWN, "{}");
        assertFails(ErrorCode.STALE_REVISION, () -> suggestions().update(1, stale), check);
        assertKept(two, check);
        SuggestionRecord never = record(records.nextId(), profile, 2, SuggestionStatus.REJECTED, "{}", Set.of());
        assertFails(ErrorCode.NOT_FOUND, () -> suggestions().update(1, never), "SS-2: a missing one is NOT_FOUND");
    }

    @Test
    @Clause("SS-2")
    public void required_SS2_anUpdateReplacesEveryFieldOfOneSuggestion() {
        SuggestionRecord other = create();
        SuggestionRecord one = create();
        SuggestionRecord two = SuggestionRecord.builder()
                .id(one.id())
                .owner(ACME)
                .profileId(profile)
                .organisation(GLOBEX)
                .revision(2)
                .status(SuggestionStatus.APPROVED)
                .createdAt(one.createdAt())
                .createdBy(one.createdBy())
                .updatedAt(Records.LATER)
                .updatedBy("carol")
                .document("{\"yes\": 1}")
                .proposal("")
                .build();
        suggestions().update(1, two);
        String check = "SS-2: update replaces every field of one suggestion, and none of another";
        assertKept(two, check);
        assertKept(other, check);
    }

    @Test
    @Clause("SS-2")
    public void required_SS2_ofConcurrentUpdatesOneSucceeds() {
        SuggestionRecord before = create();
        String check = "SS-2: of an approval and a withdrawal on one revision one succeeds";
        for (int round = 0; round < Race.ROUNDS; round++) {
            SuggestionRecord at = before;
            before = Race.oneWins(ErrorCode.STALE_REVISION, check, runner -> {
                SuggestionRecord next = changed(at, SuggestionStatus.SUBMITTED, "{\"by\": " + runner + "}");
                suggestions().update(at.revision(), next);
                return next;
            });
            assertKept(before, check);
        }
    }

    @Test
    @Clause("SS-3")
    public void required_SS3_whatIsReadEqualsWhatWasWritten() {
        Digest one = keep(ACME, "c: 1\n");
        Digest two = keep(ACME, "a: 2\n");
        String check = "SS-3: every field is read as it was written, documents to the character";
        for (String document : List.of(HardTexts.DOCUMENT, "", " ", HardTexts.large())) {
            SuggestionRecord written = create(records.nextId(), profile, document, Set.of(one, two));
            assertTrue(suggestions().find(ACME, written.id()).equals(Optional.of(written)), check);
            SuggestionRecord next = changed(written, SuggestionStatus.APPROVED, document + "#");
            suggestions().update(1, next);
            assertTrue(suggestions().find(ACME, written.id()).equals(Optional.of(next)), check);
        }
    }

    @Test
    @Clause("SS-4")
    public void required_SS4_whatIsReceivedComesNewestFirst() {
        create(records.nextId(), new ProfileId(records.nextId()), "{}", Set.of());
        listing(true).isNewestFirst();
    }

    @Test
    @Clause("SS-4")
    public void required_SS4_whatIsSentComesNewestFirst() {
        suggestions().create(record(records.nextId(), HOOLI, profile, 1, SuggestionStatus.SUBMITTED, "{}", Set.of()));
        listing(false).isNewestFirst();
    }

    @Test
    @Clause("SS-4")
    public void required_SS4_onlyTheLastPageHasNoToken() {
        listing(true).endsWithoutAToken();
    }

    @Test
    @Clause("SS-4")
    public void required_SS4_aTokenIsRefusedForAnotherListing() {
        listing(true)
                .refusesForeignTokens("the other side", request -> suggestions().sent(GLOBEX, request));
        listing(false)
                .refusesForeignTokens(
                        "another organisation", request -> suggestions().sent(ACME, request));
        listing(true)
                .refusesForeignTokens(
                        "another profile",
                        request -> suggestions().received(ACME, new ProfileId(records.nextId()), request));
    }

    @Test
    @Clause("SS-5")
    public void required_SS5_onlyBothSidesSeeIt() {
        SuggestionRecord one = create();
        String check = "SS-5: find asks for the owner or the organisation that suggests";
        assertKept(one, check);
        PageRequest page = PageRequest.first();
        assertEquals(Optional.empty(), suggestions().find(HOOLI, one.id()), check);
        assertEquals(List.of(), suggestions().received(HOOLI, profile, page).items(), check);
        assertEquals(List.of(), suggestions().received(GLOBEX, profile, page).items(), check);
        assertEquals(List.of(), suggestions().sent(ACME, page).items(), check);
        SuggestionRecord stolen =
                record(one.id().value(), HOOLI, profile, 2, SuggestionStatus.WITHDRAWN, "{}", Set.of());
        assertFails(ErrorCode.NOT_FOUND, () -> suggestions().update(1, stolen), check);
        assertKept(one, check);
    }

    @Test
    @Clause("SS-6")
    public void required_SS6_suggestionsGoWithTheirProfile() {
        ProfileRecord gone = create(ACME, "platform");
        ProfileRecord kept = create(ACME, "other");
        SuggestionRecord toGone = create(records.nextId(), gone.id(), "{}", Set.of());
        SuggestionRecord toKept = create(records.nextId(), kept.id(), "{}", Set.of());
        delete(gone);
        String check = "SS-6: deleting a profile deletes what was suggested to it";
        assertEquals(Optional.empty(), suggestions().find(ACME, toGone.id()), check);
        assertEquals(Optional.empty(), suggestions().find(GLOBEX, toGone.id()), check);
        assertKept(toKept, check);
    }

    @Test
    @Clause("CS-4")
    public void required_CS4_whatASuggestionRefersToStays() {
        Digest text = keep(ACME, "suggested: 1\n", Records.NOW);
        ProfileRecord to = create(ACME, "platform");
        SuggestionRecord one = create(records.nextId(), to.id(), "{}", Set.of(text));
        String check = "CS-4: a sweep spares what suggestions to the organisation refer to, until they no longer do";
        assertEquals(0, store().contents().sweep(ACME, Records.LATER), check);
        suggestions().update(1, record(one.id().value(), to.id(), 2, SuggestionStatus.REJECTED, "{}", Set.of()));
        assertEquals(1, store().contents().sweep(ACME, Records.LATER), check);
    }

    @Test
    @Clause("SS-1")
    public void required_SS1_ofConcurrentCreatesOfOneIdOneSucceeds() {
        String check = "SS-1: of concurrent creates of one id one succeeds; let the primary key decide";
        for (int round = 0; round < Race.ROUNDS; round++) {
            UUID id = records.nextId();
            SuggestionRecord winner = Race.oneWins(
                    ErrorCode.STALE_REVISION,
                    check,
                    runner -> create(id, profile, "{\"by\": " + runner + "}", Set.of()));
            assertKept(winner, check);
        }
    }
}

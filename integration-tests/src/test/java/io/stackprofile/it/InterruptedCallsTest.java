package io.stackprofile.it;

import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;
import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.PageRequest;
import io.stackprofile.ProfileId;
import io.stackprofile.SuggestionId;
import io.stackprofile.draft.CreateDraftRequest;
import io.stackprofile.draft.DraftEdit;
import io.stackprofile.draft.ProfileDraft;
import io.stackprofile.draft.PublishRequest;
import io.stackprofile.draft.SuggestRequest;
import io.stackprofile.draft.SuggestionStatus;
import io.stackprofile.draft.SuggestionSummary;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.OutcomeUnknownException;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.error.StoreException;
import io.stackprofile.profile.Profile;
import io.stackprofile.profile.ProfileChanges;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.profile.Profiles;
import io.stackprofile.profile.VersionSummary;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.testkit.fault.FaultPlan;
import io.stackprofile.testkit.fault.FaultyStore;
import io.stackprofile.testkit.fault.StoreFault;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was stored stays stored, whatever fails after it, and what another call does in between is told as it is. */
class InterruptedCallsTest extends OverEachStore {

    private static final PublishRequest STABLE = PublishRequest.builder().build();
    private static final String TOKEN = "ghp_" + "x7Kp2Qm9Rt4Lw8Zc1Vb6Nd3Hs5Gf0JaYuEiO";

    private FaultyStore store = FaultyStore.around(StoreKind.MEMORY.open(folder));

    @Override
    @BeforeEach
    void open() {
        store = FaultyStore.around(kind.open(folder));
        world = new World(store);
    }

    private static void unreachable() {
        throw new StoreException("the database cannot be read", "Try again.");
    }

    private static void unanswered() {
        throw new OutcomeUnknownException("no answer came");
    }

    private SuggestionId suggestion(ProfileVersion version) {
        world.acme().profiles().share(version.profileId(), 1, "globex");
        ProfileDraft draft = world.as("globex").drafts().create(CreateDraftRequest.of(version.profileId()));
        world.as("globex")
                .drafts()
                .edit(draft.id(), 1, List.of(new DraftEdit.RemoveMember(MemberRef.manifest("credentials"))));
        return world.as("globex")
                .suggestions()
                .submit(SuggestRequest.builder().draft(draft.id()).revision(2).build())
                .summary()
                .id();
    }

    private SuggestionSummary read(SuggestionId id) {
        return world.acme().suggestions().get(id).summary();
    }

    private void assertPublishedOnce(ProfileVersion version, SuggestionId id) {
        long revision = read(id).revision();
        assertThat(read(id).status()).isEqualTo(SuggestionStatus.APPROVING);
        assertFails(
                ErrorCode.WRONG_STATE, () -> world.as("globex").suggestions().withdraw(id, revision));
        assertThat(world.acme().suggestions().approve(id, revision, STABLE).version())
                .isEqualTo(2);
        assertThat(read(id).status()).isEqualTo(SuggestionStatus.APPROVED);
        assertThat(world.profile(version).latestVersion()).isEqualTo(2);
    }

    @Test
    void aSuggestionThatWasPublishedDoesNotWaitAgainWhenItsVersionCannotBeReadBack() {
        ProfileVersion version = world.capture("shop");
        SuggestionId id = suggestion(version);
        store.after(
                "ProfileStore.append", () -> store.before("ProfileStore.version", InterruptedCallsTest::unreachable));

        assertFails(ErrorCode.OUTCOME_UNKNOWN, () -> world.acme().suggestions().approve(id, 1, STABLE));

        assertPublishedOnce(version, id);
    }

    @Test
    void aRefusalOfAResumedApprovalDoesNotFreeWhatMayBePublished() {
        ProfileVersion version = world.capture("shop");
        SuggestionId id = suggestion(version);
        store.after("ProfileStore.append", InterruptedCallsTest::unanswered);
        assertFails(ErrorCode.OUTCOME_UNKNOWN, () -> world.acme().suggestions().approve(id, 1, STABLE));

        StackProfileException refused = assertFails(
                ErrorCode.SECRET_EXPOSED,
                () -> world.acme()
                        .suggestions()
                        .approve(
                                id, 2, PublishRequest.builder().changelog(TOKEN).build()));

        assertAbsent("the refusal", refused.toString(), List.of(TOKEN));
        assertPublishedOnce(version, id);
    }

    @Test
    void anApprovalThatAnotherCallResumesMeanwhileSucceedsInBoth() {
        ProfileVersion version = world.capture("shop");
        SuggestionId id = suggestion(version);
        store.after("ProfileStore.append", () -> world.acme().suggestions().approve(id, 2, STABLE));

        assertThat(world.acme().suggestions().approve(id, 1, STABLE).version()).isEqualTo(2);

        assertThat(read(id).status()).isEqualTo(SuggestionStatus.APPROVED);
        assertThat(world.profile(version).latestVersion()).isEqualTo(2);
    }

    @Test
    void anApprovalThatWasNeverStoredWaitsAgainOnceAnotherVersionTookItsPlace() {
        ProfileVersion version = world.capture("shop");
        SuggestionId id = suggestion(version);
        store.before("ProfileStore.append", InterruptedCallsTest::unanswered);
        assertFails(ErrorCode.OUTCOME_UNKNOWN, () -> world.acme().suggestions().approve(id, 1, STABLE));
        world.next(version, "stable");

        assertFails(ErrorCode.STALE_REVISION, () -> world.acme().suggestions().approve(id, 2, STABLE));

        assertThat(read(id).status()).isEqualTo(SuggestionStatus.SUBMITTED);
        world.as("globex").suggestions().withdraw(id, 3);
    }

    @Test
    void aChangeOfAProfileThatIsDeletedMeanwhileFindsNone() {
        List<BiConsumer<Profiles, ProfileId>> changes = List.of(
                Profiles::delete,
                (profiles, id) -> profiles.share(id, 1, "globex"),
                (profiles, id) -> profiles.update(
                        id, ProfileChanges.builder().description("The shop.").build()));
        for (BiConsumer<Profiles, ProfileId> change : changes) {
            ProfileId id = world.capture("shop").profileId();
            store.before("ProfileStore.versions", () -> world.acme().profiles().delete(id));
            assertFails(ErrorCode.NOT_FOUND, () -> change.accept(world.acme().profiles(), id));
        }
    }

    @Test
    void aPublicationWhoseDraftStaysIsOfUnknownOutcomeAndItsRepeatRemovesIt() {
        ProfileVersion version = world.capture("shop");
        for (StoreFault failure : List.of(StoreFault.FAILURE_BEFORE, StoreFault.LOST_CALL)) {
            int latest = world.profile(version).latestVersion();
            ProfileDraft draft = world.acme().drafts().create(CreateDraftRequest.of(version.profileId()));
            store.plan(FaultPlan.on("DraftStore.deleteUnchanged", failure));

            assertFails(ErrorCode.OUTCOME_UNKNOWN, () -> world.acme().drafts().publish(draft.id(), STABLE));
            store.heal();

            assertThat(world.acme().drafts().publish(draft.id(), STABLE).version())
                    .isEqualTo(latest + 1);
            assertThat(world.acme().drafts().list(PageRequest.first()).items()).isEmpty();
            assertThat(world.profile(version).latestVersion()).isEqualTo(latest + 1);
        }
    }

    @Test
    void anEditThatComesBetweenStaysInItsDraft() {
        ProfileVersion version = world.capture("shop");
        ProfileDraft draft = world.acme().drafts().create(CreateDraftRequest.of(version.profileId()));
        MemberRef removed = version.spec().members().get(0).ref();
        store.before(
                "DraftStore.deleteUnchanged",
                () -> world.acme().drafts().edit(draft.id(), 1, List.of(new DraftEdit.RemoveMember(removed))));

        ProfileVersion published = world.acme().drafts().publish(draft.id(), STABLE);

        assertThat(published.spec()).isEqualTo(version.spec());
        assertThat(world.acme().drafts().get(draft.id()).spec().find(removed)).isEmpty();
    }

    @Test
    void aDraftIsPublishedThoughItsProfileIsDescribedMeanwhile() {
        ProfileVersion version = world.capture("shop");
        ProfileDraft draft = world.acme().drafts().create(CreateDraftRequest.of(version.profileId()));
        store.before(
                "ProfileStore.append",
                () -> world.acme()
                        .profiles()
                        .update(
                                version.profileId(),
                                ProfileChanges.builder()
                                        .description("The shop.")
                                        .build()));

        assertThat(world.acme().drafts().publish(draft.id(), STABLE).version()).isEqualTo(2);

        assertThat(world.profile(version).description()).contains("The shop.");
    }

    @Test
    void aDraftIsNotPublishedOverAVersionThatCameMeanwhile() {
        ProfileVersion version = world.capture("shop");
        ProfileDraft draft = world.acme().drafts().create(CreateDraftRequest.of(version.profileId()));
        store.before("ProfileStore.append", () -> world.next(version, "stable"));

        StackProfileException stale = assertFails(
                ErrorCode.STALE_REVISION, () -> world.acme().drafts().publish(draft.id(), STABLE));

        assertThat(stale.getMessage()).contains("Rebase the draft onto version 2");
        assertThat(world.profile(version).latestVersion()).isEqualTo(2);
        assertThat(world.acme().drafts().get(draft.id()).revision()).isEqualTo(1);
    }

    @Test
    void aProfileIsShownAsItWasWhenAVersionComesMeanwhile() {
        ProfileVersion version = world.capture("shop");
        store.before("ProfileStore.versions", () -> world.next(version, "stable"));

        Profile shown = world.profile(version);

        assertThat(shown.latestVersion()).isEqualTo(1);
        assertThat(shown.channels()).isEqualTo(Map.of("stable", 1));
        assertThat(shown.versions()).extracting(VersionSummary::version).containsExactly(1);
        assertThat(world.profile(version).channels()).isEqualTo(Map.of("stable", 2));
    }
}

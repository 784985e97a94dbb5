package io.stackprofile.it;

import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;
import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.Caller;
import io.stackprofile.PageRequest;
import io.stackprofile.Role;
import io.stackprofile.SuggestionId;
import io.stackprofile.capture.RedactionOverride;
import io.stackprofile.capture.RedactionPolicy;
import io.stackprofile.diff.Impact;
import io.stackprofile.diff.MemberDiff;
import io.stackprofile.diff.VersionDiff;
import io.stackprofile.draft.CreateDraftRequest;
import io.stackprofile.draft.DraftEdit;
import io.stackprofile.draft.DraftRebase;
import io.stackprofile.draft.MergeResolution;
import io.stackprofile.draft.ProfileDraft;
import io.stackprofile.draft.PublishRequest;
import io.stackprofile.draft.SuggestRequest;
import io.stackprofile.draft.Suggestion;
import io.stackprofile.draft.SuggestionStatus;
import io.stackprofile.draft.SuggestionSummary;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.profile.Provenance;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.MemberRef;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A change that another organisation suggests is published by the owner, or is not, and nobody else sees it. */
class SuggestionsTest extends OverEachStore {

    private static final PublishRequest STABLE =
            PublishRequest.builder().changelog("Twice the replicas.").build();

    private static Manifest settings(String replicas) {
        return Manifest.builder()
                .name("settings")
                .content("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\ndata:\n  replicas: \"" + replicas
                        + "\"\n")
                .build();
    }

    /** A profile of acme's that globex may read. */
    private ProfileVersion shared() {
        ProfileVersion version = world.capture("shop");
        world.acme().profiles().share(version.profileId(), 1, "globex");
        return version;
    }

    private ProfileDraft draft(ProfileVersion version) {
        ProfileDraft draft = world.as("globex").drafts().create(CreateDraftRequest.of(version.profileId()));
        return world.as("globex").drafts().edit(draft.id(), 1, List.of(new DraftEdit.PutMember(settings("two"))));
    }

    private Suggestion submit(ProfileVersion version) {
        ProfileDraft draft = draft(version);
        return world.as("globex")
                .suggestions()
                .submit(SuggestRequest.builder()
                        .draft(draft.id())
                        .revision(draft.revision())
                        .note("We need two.")
                        .build());
    }

    @Test
    void anApprovedSuggestionIsTheNextVersionWithCredit() {
        ProfileVersion version = shared();
        Suggestion submitted = submit(version);
        SuggestionId id = submitted.summary().id();

        assertThat(world.acme()
                        .suggestions()
                        .received(version.profileId(), PageRequest.first())
                        .items())
                .containsExactly(submitted.summary());
        assertThat(world.as("globex").suggestions().sent(PageRequest.first()).items())
                .containsExactly(submitted.summary());
        assertThat(submitted.summary().profile()).isEqualTo("acme/shop");
        assertThat(world.acme().suggestions().get(id)).isEqualTo(submitted);
        assertAbsent("the suggestion", submitted.toString() + submitted.spec(), List.of(World.CANARY));

        ProfileVersion published = world.acme().suggestions().approve(id, 1, STABLE);

        assertThat(published.version()).isEqualTo(2);
        assertThat(published.changelog()).contains("Twice the replicas.");
        assertThat(published.provenance().origin()).isEqualTo(Provenance.Origin.SUGGESTION);
        assertThat(published.provenance().suggestedBy()).contains("globex/alice");
        assertThat(published.spec().members()).hasSize(2);
        Suggestion settled = world.as("globex").suggestions().get(id);
        assertThat(settled.summary().status()).isEqualTo(SuggestionStatus.APPROVED);
        assertThat(settled.summary().version()).contains(2);
        assertThat(settled.spec()).isEmpty();
        assertThat(world.profile(version).currentVersion()).isEqualTo(2);
    }

    @Test
    void aRejectedOrWithdrawnSuggestionIsClosedAndHoldsNothing() {
        ProfileVersion version = shared();
        SuggestionId no = submit(version).summary().id();
        SuggestionId back = submit(version).summary().id();

        SuggestionSummary rejected = world.acme().suggestions().reject(no, 1, "One is enough.");
        SuggestionSummary withdrawn = world.as("globex").suggestions().withdraw(back, 1);

        assertThat(rejected.status()).isEqualTo(SuggestionStatus.REJECTED);
        assertThat(rejected.answer()).contains("One is enough.");
        assertThat(world.as("globex").suggestions().get(no).summary()).isEqualTo(rejected);
        assertThat(withdrawn.status()).isEqualTo(SuggestionStatus.WITHDRAWN);
        assertThat(world.acme().suggestions().get(back).spec()).isEmpty();
        for (SuggestionId id : List.of(no, back)) {
            assertFails(ErrorCode.WRONG_STATE, () -> world.acme().suggestions().approve(id, 2, STABLE));
            assertFails(ErrorCode.WRONG_STATE, () -> world.acme().suggestions().reject(id, 2, "No."));
            assertFails(
                    ErrorCode.WRONG_STATE,
                    () -> world.as("globex").suggestions().withdraw(id, 2));
        }
        assertThat(world.profile(version).latestVersion()).isEqualTo(1);
    }

    @Test
    void answersAreGivenOnTheRevisionThatWasReadAndOnTheLatestVersion() {
        ProfileVersion version = shared();
        SuggestionId id = submit(version).summary().id();

        assertFails(ErrorCode.STALE_REVISION, () -> world.acme().suggestions().approve(id, 2, STABLE));
        assertFails(ErrorCode.STALE_REVISION, () -> world.acme().suggestions().reject(id, 7, "No."));
        assertFails(
                ErrorCode.STALE_REVISION, () -> world.as("globex").suggestions().withdraw(id, 0));
        world.next(version, "stable");
        assertFails(ErrorCode.STALE_REVISION, () -> world.acme().suggestions().approve(id, 1, STABLE));

        SuggestionSummary waits = world.acme().suggestions().get(id).summary();
        assertThat(waits.status()).isEqualTo(SuggestionStatus.SUBMITTED);
        assertThat(world.profile(version).latestVersion()).isEqualTo(2);
    }

    @Test
    void onlyTheOwnerAnswersOnlyTheOtherWithdrawsAndNobodyElseSees() {
        ProfileVersion version = shared();
        SuggestionId id = submit(version).summary().id();

        assertFails(ErrorCode.NOT_FOUND, () -> world.as("globex").suggestions().approve(id, 1, STABLE));
        assertFails(ErrorCode.NOT_FOUND, () -> world.as("globex").suggestions().reject(id, 1, "No."));
        assertFails(ErrorCode.NOT_FOUND, () -> world.acme().suggestions().withdraw(id, 1));
        assertFails(ErrorCode.NOT_FOUND, () -> world.as("hooli").suggestions().get(id));
        assertFails(
                ErrorCode.NOT_FOUND,
                () -> world.as("globex").suggestions().received(version.profileId(), PageRequest.first()));
        assertFails(
                ErrorCode.ACCESS_DENIED,
                () -> world.acme(Role.EDITOR).suggestions().approve(id, 1, STABLE));
        assertFails(
                ErrorCode.ACCESS_DENIED,
                () -> world.engine
                        .as(Caller.of("globex", "vera", Role.VIEWER))
                        .suggestions()
                        .withdraw(id, 1));
        assertThat(world.acme().suggestions().get(id).summary().revision()).isEqualTo(1);
    }

    @Test
    void aDraftOfAnothersProfileIsSubmittedNotPublishedAndOnesOwnIsPublishedNotSubmitted() {
        ProfileVersion version = shared();
        ProfileDraft foreign = draft(version);
        assertFails(ErrorCode.WRONG_STATE, () -> world.as("globex").drafts().publish(foreign.id(), STABLE));
        ProfileDraft own = world.acme().drafts().create(CreateDraftRequest.of(version.profileId()));
        assertFails(
                ErrorCode.WRONG_STATE,
                () -> world.acme()
                        .suggestions()
                        .submit(SuggestRequest.builder()
                                .draft(own.id())
                                .revision(1)
                                .build()));
        world.acme().profiles().unshare(version.profileId(), 2, "globex");
        assertFails(
                ErrorCode.NOT_FOUND,
                () -> world.as("globex")
                        .suggestions()
                        .submit(SuggestRequest.builder()
                                .draft(foreign.id())
                                .revision(2)
                                .build()));
        assertThat(world.acme()
                        .suggestions()
                        .received(version.profileId(), PageRequest.first())
                        .items())
                .isEmpty();
    }

    @Test
    void anApprovalWithAnotherImpactThanExpectedIsRefusedAndTheSuggestionWaits() {
        ProfileVersion version = shared();
        SuggestionId id = submit(version).summary().id();

        assertFails(
                ErrorCode.UNEXPECTED_IMPACT,
                () -> world.acme()
                        .suggestions()
                        .approve(
                                id,
                                1,
                                PublishRequest.builder()
                                        .expectedImpact(Impact.COSMETIC)
                                        .build()));

        assertThat(world.profile(version).latestVersion()).isEqualTo(1);
        ProfileVersion published = world.acme()
                .suggestions()
                .approve(
                        id,
                        1,
                        PublishRequest.builder()
                                .expectedImpact(Impact.COMPATIBLE)
                                .build());
        assertThat(published.version()).isEqualTo(2);
    }

    @Test
    void aStaleSuggestionsDraftIsRebasedAndComparedByItsAuthor() {
        ProfileVersion version = shared();
        ProfileDraft draft = draft(version);
        world.next(version, "stable");

        DraftRebase rebase = world.as("globex").drafts().rebase(draft.id(), draft.revision());

        assertThat(rebase.conflicts()).hasSize(1);
        DraftRebase settled = world.as("globex")
                .drafts()
                .rebase(
                        draft.id(),
                        draft.revision(),
                        Map.of(rebase.conflicts().get(0).id(), MergeResolution.ours()));
        assertThat(settled.rebased()).isTrue();
        VersionDiff diff = world.as("globex").drafts().diff(draft.id());
        assertThat(diff.fromVersion()).isEqualTo(2);
        assertThat(diff.members()).extracting(MemberDiff::ref).containsExactly(MemberRef.manifest("settings"));
    }

    @Test
    void whatItsAuthorLetsStandGoesNoFurtherThanTheAuthor() {
        ProfileVersion version = shared();
        RedactionPolicy lenient =
                RedactionPolicy.builder().addHarmlessNames("password").build();
        ProfileDraft draft = world.as("globex")
                .drafts()
                .create(CreateDraftRequest.builder()
                        .profile(version.profileId())
                        .redaction(lenient)
                        .build());
        Manifest told = Manifest.builder()
                .name("told")
                .content("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: told}\ndata:\n  password: Qm7-canary-Lk2\n")
                .build();
        ProfileDraft edited = world.as("globex").drafts().edit(draft.id(), 1, List.of(new DraftEdit.PutMember(told)));
        assertThat(world.as("globex").drafts().validate(edited.id()).publishable())
                .isTrue();

        StackProfileException refused = assertFails(
                ErrorCode.INVALID_DRAFT,
                () -> world.as("globex")
                        .suggestions()
                        .submit(SuggestRequest.builder()
                                .draft(edited.id())
                                .revision(2)
                                .build()));

        assertAbsent("the refusal", refused.toString(), List.of("Qm7-canary-Lk2"));
        assertThat(world.acme()
                        .suggestions()
                        .received(version.profileId(), PageRequest.first())
                        .items())
                .isEmpty();
    }

    @Test
    void whatItsAuthorCallsHarmlessIsNotKeptWithTheOwner() {
        ProfileVersion version = shared();
        RedactionPolicy own = RedactionPolicy.builder()
                .addHarmlessNames("globexInnerWord")
                .addOverrides(RedactionOverride.allow("globex keeps it in the open")
                        .path("/data/replicas")
                        .build())
                .build();
        ProfileDraft draft = world.as("globex")
                .drafts()
                .create(CreateDraftRequest.builder()
                        .profile(version.profileId())
                        .redaction(own)
                        .build());

        SuggestionId id = world.as("globex")
                .suggestions()
                .submit(SuggestRequest.builder().draft(draft.id()).revision(1).build())
                .summary()
                .id();

        String kept = world.store.suggestions().find("acme", id).orElseThrow().toString();
        assertAbsent("the suggestion", kept, List.of("globexInnerWord", "globex keeps it in the open"));
    }

    @Test
    void suggestionsGoWithTheirProfile() {
        ProfileVersion version = shared();
        SuggestionId id = submit(version).summary().id();

        world.acme().profiles().delete(version.profileId());

        assertFails(ErrorCode.NOT_FOUND, () -> world.as("globex").suggestions().get(id));
        assertThat(world.as("globex").suggestions().sent(PageRequest.first()).items())
                .isEmpty();
    }
}

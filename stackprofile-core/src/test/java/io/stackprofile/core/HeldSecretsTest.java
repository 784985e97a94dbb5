package io.stackprofile.core;

import static io.stackprofile.core.QuayStack.edited;
import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;
import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.draft.CreateDraftRequest;
import io.stackprofile.draft.DraftEdit;
import io.stackprofile.draft.MergeConflict;
import io.stackprofile.draft.MergeResolution;
import io.stackprofile.draft.ProfileDraft;
import io.stackprofile.draft.PublishRequest;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.instantiation.Instantiations;
import io.stackprofile.instantiation.RebindRequest;
import io.stackprofile.instantiation.StackDraft;
import io.stackprofile.instantiation.UpdatePreview;
import io.stackprofile.instantiation.UpdateRequest;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.profile.ProfileVersion;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Secrets that only their place, or only whoever gives them, tells: none comes into a draft. */
class HeldSecretsTest {

    private static final String WORDS = "rosebud garden";
    private static final String TOKEN = "ghp_9aKq2LmZx81RtYbVnC04WsEdJfGh5TuPoi7Q";

    private final EngineFixture fixture = new EngineFixture();
    private final Instantiations instantiations = fixture.acme().instantiations();
    private final ProfileVersion first = QuayStack.first(fixture);

    @Test
    void aSecretThatNoRuleTellsIsFoundWhereSomeoneCopiedItFromItsPlace() {
        StackDraft deployed = QuayStack.deployed(fixture, withSecretMode());
        QuayStack.change(
                fixture.staging,
                spec -> edited(
                        spec,
                        QuayStack.SETTINGS,
                        "mode: ${{ parameters.berth }}",
                        "mode: " + WORDS + "\n  copied: in the " + WORDS));
        UpdateRequest request = UpdateRequest.of(deployed.instantiationId());

        UpdatePreview preview = instantiations.preview(request);
        MergeConflict conflict = preview.conflicts().get(0);
        StackDraft update = instantiations.update(settled(request, conflict, MergeResolution.theirs()));

        assertThat(preview.conflicts())
                .extracting(each -> each.location().path().orElse(""))
                .containsExactly("/data/copied");
        assertAbsent(
                "the update",
                ShopStack.shown(update, update.spec())
                        + conflict.ours()
                        + instantiations.drift(deployed.instantiationId()).members()
                        + instantiations.review(update.id()).plan(),
                List.of(WORDS));
    }

    @Test
    void aReviewOfARemovalShowsNothingOfASecretInItsPlace() {
        ProfileVersion version = withSecretMode();
        StackDraft deployed = QuayStack.deployed(fixture, version);
        QuayStack.change(
                fixture.staging,
                spec -> edited(spec, QuayStack.SETTINGS, "mode: ${{ parameters.berth }}", "mode: " + WORDS));
        QuayStack.next(
                fixture,
                version,
                QuayStack.spec().map(member -> member.withParents(List.of())).without(QuayStack.SETTINGS));

        StackDraft update = instantiations.update(UpdateRequest.of(deployed.instantiationId()));

        assertThat(update.removals()).containsExactly(QuayStack.SETTINGS);
        assertAbsent("the review", instantiations.review(update.id()).plan().toString(), List.of(WORDS));
    }

    @Test
    void aSecretIsNoValueToSettleAConflictWith() {
        StackDraft deployed = QuayStack.deployed(fixture, first);
        QuayStack.change(fixture.staging, spec -> edited(spec, QuayStack.SETTINGS, "mode: steady", "mode: storm"));
        QuayStack.next(fixture, first, edited(QuayStack.spec(), QuayStack.SETTINGS, "mode: steady", "mode: brisk"));
        UpdateRequest request = UpdateRequest.of(deployed.instantiationId());
        MergeConflict conflict = instantiations.preview(request).conflicts().get(0);
        UpdateRequest asked = settled(request, conflict, MergeResolution.value(TOKEN));
        StackDraft drafted = instantiations.update(settled(request, conflict, MergeResolution.ours()));

        List<StackProfileException> refused = List.of(
                assertFails(ErrorCode.SECRET_EXPOSED, () -> instantiations.update(asked)),
                assertFails(ErrorCode.SECRET_EXPOSED, () -> instantiations.preview(asked)),
                assertFails(
                        ErrorCode.SECRET_EXPOSED,
                        () -> instantiations.rebind(RebindRequest.builder()
                                .draft(drafted.id())
                                .putResolution(conflict.id(), MergeResolution.value(TOKEN))
                                .build())));

        assertThat(refused).allSatisfy(failure -> assertThat(failure).hasMessageContaining("/data/mode"));
        assertThat(fixture.staging.draftCount()).isEqualTo(1);
        assertAbsent("the refusals", refused.toString() + fixture.staging.drafts(), List.of(TOKEN));
    }

    private static UpdateRequest settled(UpdateRequest request, MergeConflict conflict, MergeResolution resolution) {
        return UpdateRequest.builder()
                .instantiation(request.instantiation())
                .putResolution(conflict.id(), resolution)
                .build();
    }

    /** A version whose author made a secret of two plain words. */
    private ProfileVersion withSecretMode() {
        ProfileDraft draft = fixture.acme().drafts().create(CreateDraftRequest.of(first.profileId()));
        fixture.acme()
                .drafts()
                .edit(
                        draft.id(),
                        draft.revision(),
                        List.of(
                                new DraftEdit.PutParameter(Parameter.builder()
                                        .name("berth")
                                        .type(ParameterType.SECRET)
                                        .required(true)
                                        .build()),
                                new DraftEdit.PutMember(edited(
                                                first.spec(),
                                                QuayStack.SETTINGS,
                                                "mode: steady",
                                                "mode: ${{ parameters.berth }}")
                                        .find(QuayStack.SETTINGS)
                                        .orElseThrow())));
        return fixture.acme()
                .drafts()
                .publish(draft.id(), PublishRequest.builder().build());
    }
}

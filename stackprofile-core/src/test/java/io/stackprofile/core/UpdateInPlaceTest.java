package io.stackprofile.core;

import static io.stackprofile.core.QuayStack.edited;
import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.draft.MergeConflict;
import io.stackprofile.draft.MergeResolution;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.instantiation.CommitResult;
import io.stackprofile.instantiation.InstanceMark;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.instantiation.Instantiations;
import io.stackprofile.instantiation.MemberOutcome;
import io.stackprofile.instantiation.MemberPlan;
import io.stackprofile.instantiation.StackDraft;
import io.stackprofile.instantiation.StackReview;
import io.stackprofile.instantiation.UpdatePreview;
import io.stackprofile.instantiation.UpdateRequest;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.stack.StackSpec;
import org.junit.jupiter.api.Test;

class UpdateInPlaceTest {

    private final EngineFixture fixture = new EngineFixture();
    private final Instantiations instantiations = fixture.acme().instantiations();
    private final ProfileVersion first = QuayStack.first(fixture);

    @Test
    void aVersionsChangeAndALocalEditAtDifferentPathsBothSurviveWithTheirComments() {
        StackDraft deployed = QuayStack.deployed(fixture, first);
        QuayStack.change(
                fixture.staging,
                spec -> edited(spec, QuayStack.PLANNER, "replicas: 2   # one a shift", "replicas: 5   # regatta"));
        next(edited(QuayStack.spec(), QuayStack.PLANNER, "planner:1.4.0", "planner:1.5.0"));

        StackDraft update = instantiations.update(UpdateRequest.of(deployed.instantiationId()));
        instantiations.commit(update.id());

        assertThat(QuayStack.text(fixture.staging, QuayStack.PLANNER))
                .contains("replicas: 5   # regatta\n")
                .contains("planner:1.5.0\n");
        assertThat(update.updates()).contains(deployed.instantiationId());
        assertThat(instantiations.get(deployed.instantiationId()).status()).isEqualTo(InstantiationStatus.SUPERSEDED);
    }

    @Test
    void whatBothChangedIsAConflictThatNamesBothSidesUntilItIsSettled() {
        StackDraft deployed = QuayStack.deployed(fixture, first);
        QuayStack.change(fixture.staging, spec -> edited(spec, QuayStack.SETTINGS, "mode: steady", "mode: storm"));
        next(edited(QuayStack.spec(), QuayStack.SETTINGS, "mode: steady", "mode: brisk"));
        UpdateRequest request = UpdateRequest.of(deployed.instantiationId());

        UpdatePreview preview = instantiations.preview(request);
        StackProfileException refused = assertFails(ErrorCode.MERGE_CONFLICT, () -> instantiations.update(request));

        assertThat(preview.complete()).isFalse();
        MergeConflict conflict = preview.conflicts().get(0);
        assertThat(preview.conflicts()).hasSize(1);
        assertThat(conflict.location().path()).contains("/data/mode");
        assertThat(conflict.base()).contains("\"steady\"");
        assertThat(conflict.theirs()).contains("\"brisk\"");
        assertThat(conflict.ours()).contains("\"storm\"");
        assertThat(refused.getMessage())
                .contains("1 places")
                .contains("/data/mode")
                .doesNotContain("storm", "brisk");
        assertThat(settled(request, conflict, MergeResolution.ours())).contains("mode: storm\n");
        assertThat(settled(request, conflict, MergeResolution.theirs())).contains("mode: brisk\n");
        assertThat(settled(request, conflict, MergeResolution.value("calm"))).contains("mode: calm\n");
    }

    private String settled(UpdateRequest request, MergeConflict conflict, MergeResolution resolution) {
        StackDraft draft = instantiations.update(UpdateRequest.builder()
                .instantiation(request.instantiation())
                .putResolution(conflict.id(), resolution)
                .build());
        instantiations.discard(draft.id());
        return draft.spec().find(QuayStack.SETTINGS).orElseThrow().text().orElseThrow();
    }

    @Test
    void aMemberThatTheVersionDropsIsRemovedAfterTheRestIsThere() {
        StackDraft deployed = QuayStack.deployed(fixture, first);
        next(QuayStack.spec().without(QuayStack.EXPORTER));

        StackDraft update = instantiations.update(UpdateRequest.of(deployed.instantiationId()));
        StackReview review = instantiations.review(update.id());
        CommitResult result = instantiations.commit(update.id());

        assertThat(update.removals()).containsExactly(QuayStack.EXPORTER);
        assertThat(review.removals()).containsExactly(QuayStack.EXPORTER);
        MemberPlan removal = review.plan().get(review.plan().size() - 1);
        assertThat(removal.predicted().orElseThrow().status()).isEqualTo(MemberOutcome.Status.REMOVED);
        assertThat(removal.unified().orElseThrow()).contains("-kind: Service");
        assertThat(result.members().get(result.members().size() - 1).status()).isEqualTo(MemberOutcome.Status.REMOVED);
        assertThat(result.instantiation().status()).isEqualTo(InstantiationStatus.DEPLOYED);
        assertThat(QuayStack.standing(fixture.staging).find(QuayStack.EXPORTER)).isEmpty();
    }

    @Test
    void aDroppedMemberThatWasChangedLocallyIsAConflictAndIsKeptByTheTarget() {
        StackDraft deployed = QuayStack.deployed(fixture, first);
        QuayStack.change(fixture.staging, spec -> edited(spec, QuayStack.EXPORTER, "9100", "9200"));
        next(QuayStack.spec().without(QuayStack.EXPORTER));
        UpdateRequest request = UpdateRequest.of(deployed.instantiationId());

        MergeConflict conflict = instantiations.preview(request).conflicts().get(0);
        StackDraft stays = settledDraft(request, conflict, MergeResolution.ours());
        instantiations.discard(stays.id());
        StackDraft goes = settledDraft(request, conflict, MergeResolution.theirs());
        CommitResult result = instantiations.commit(goes.id());

        assertThat(conflict.kind()).isEqualTo(MergeConflict.Kind.DELETE_MODIFY);
        assertThat(stays.removals()).isEmpty();
        assertThat(stays.spec().find(QuayStack.EXPORTER)).isEmpty();
        assertThat(result.members()).last().extracting(MemberOutcome::status).isEqualTo(MemberOutcome.Status.KEPT);
        assertThat(result.instantiation().status()).isEqualTo(InstantiationStatus.DEPLOYED);
        assertThat(QuayStack.text(fixture.staging, QuayStack.EXPORTER)).contains("9200");
    }

    private StackDraft settledDraft(UpdateRequest request, MergeConflict conflict, MergeResolution resolution) {
        return instantiations.update(UpdateRequest.builder()
                .instantiation(request.instantiation())
                .putResolution(conflict.id(), resolution)
                .build());
    }

    @Test
    void aMemberThatWasRemovedLocallyStaysRemovedUnlessTheVersionChangedIt() {
        StackDraft deployed = QuayStack.deployed(fixture, first);
        QuayStack.change(fixture.staging, spec -> spec.without(QuayStack.EXPORTER));
        ProfileVersion second = next(edited(QuayStack.spec(), QuayStack.PLANNER, "planner:1.4.0", "planner:1.5.0"));

        StackDraft update = instantiations.update(UpdateRequest.of(deployed.instantiationId()));
        instantiations.commit(update.id());
        QuayStack.next(
                fixture,
                second,
                edited(
                        edited(QuayStack.spec(), QuayStack.PLANNER, "planner:1.4.0", "planner:1.5.0"),
                        QuayStack.EXPORTER,
                        "9100",
                        "9300"));
        UpdatePreview later = instantiations.preview(UpdateRequest.of(update.instantiationId()));

        assertThat(update.spec().find(QuayStack.EXPORTER)).isEmpty();
        assertThat(QuayStack.standing(fixture.staging).find(QuayStack.EXPORTER)).isEmpty();
        assertThat(later.conflicts()).extracting(MergeConflict::kind).containsExactly(MergeConflict.Kind.DELETE_MODIFY);
    }

    @Test
    void aMemberThatOnlyTheTargetHasStaysAndIsNotTheInstances() {
        StackDraft deployed = QuayStack.deployed(fixture, first);
        QuayStack.change(
                fixture.staging,
                spec -> spec.with(
                        ShopStack.manifest("own", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: own}\n")));
        next(edited(QuayStack.spec(), QuayStack.PLANNER, "planner:1.4.0", "planner:1.5.0"));

        StackDraft update = instantiations.update(UpdateRequest.of(deployed.instantiationId()));
        instantiations.commit(update.id());

        assertThat(update.spec().members()).hasSize(6);
        assertThat(QuayStack.standing(fixture.staging).members()).hasSize(7);
    }

    @Test
    void anAppliedLocalEditIsNeverTakenForTheVersionsOwn() {
        StackDraft deployed = QuayStack.deployed(fixture, first);
        QuayStack.change(fixture.staging, spec -> edited(spec, QuayStack.PLANNER, "replicas: 2", "replicas: 5"));
        StackSpec second = edited(QuayStack.spec(), QuayStack.PLANNER, "planner:1.4.0", "planner:1.5.0");
        ProfileVersion version = next(second);
        StackDraft update = instantiations.update(UpdateRequest.of(deployed.instantiationId()));
        instantiations.commit(update.id());
        QuayStack.next(fixture, version, edited(second, QuayStack.PLANNER, "1.5.0", "1.6.0"));

        StackDraft later = instantiations.update(UpdateRequest.of(update.instantiationId()));
        instantiations.discard(later.id());
        QuayStack.change(fixture.staging, spec -> edited(spec, QuayStack.PLANNER, "replicas: 5", "replicas: 2"));
        StackDraft back = instantiations.update(UpdateRequest.of(update.instantiationId()));

        assertThat(text(later)).contains("replicas: 5 ").contains("planner:1.6.0");
        assertThat(text(back)).contains("replicas: 2 ").contains("planner:1.6.0");
    }

    private static String text(StackDraft draft) {
        return QuayStack.planner(draft.spec()).text().orElseThrow();
    }

    @Test
    void anUpdateFromAPartialInstanceDoesNotTakeWhatNeverArrivedForALocalEdit() {
        StackDraft deployed = QuayStack.deployed(fixture, first);
        StackSpec second = edited(QuayStack.spec(), QuayStack.PLANNER, "planner:1.4.0", "planner:1.5.0");
        ProfileVersion version = next(second);
        fixture.staging.failOn(QuayStack.PLANNER);
        StackDraft partial = instantiations.update(UpdateRequest.of(deployed.instantiationId()));
        CommitResult result = instantiations.commit(partial.id());
        fixture.staging.heal();
        QuayStack.next(fixture, version, edited(second, QuayStack.SETTINGS, "steady", "brisk"));

        StackDraft update = instantiations.update(UpdateRequest.of(partial.instantiationId()));

        assertThat(result.instantiation().status()).isEqualTo(InstantiationStatus.PARTIAL);
        assertThat(text(update)).contains("planner:1.5.0");
    }

    @Test
    void aTargetThatIsGoneIsToldAndNotWrittenAnew() {
        StackDraft deployed = QuayStack.deployed(fixture, first);
        fixture.staging.remove("quay");
        UpdateRequest request = UpdateRequest.of(deployed.instantiationId());

        assertThat(instantiations.preview(request).targetGone()).isTrue();
        assertThat(instantiations.preview(request).complete()).isFalse();
        assertThat(assertFails(ErrorCode.NOT_FOUND, () -> instantiations.update(request)))
                .hasMessageContaining("not on cluster 'staging' any more");
    }

    @Test
    void anUpdateOfADraftMakesItAnewAndOneOfAnUpdatesDraftJoinsWithTheTargetAgain() {
        StackDraft drafted = instantiations.create(QuayStack.request(first).build());
        StackDraft anew = instantiations.update(UpdateRequest.of(drafted.instantiationId()));
        instantiations.commit(anew.id());
        QuayStack.change(fixture.staging, spec -> edited(spec, QuayStack.PLANNER, "replicas: 2", "replicas: 5"));
        next(QuayStack.spec().without(QuayStack.EXPORTER));
        StackDraft update = instantiations.update(UpdateRequest.of(anew.instantiationId()));

        StackDraft again = instantiations.update(UpdateRequest.of(update.instantiationId()));

        assertThat(anew.updates()).isEmpty();
        assertThat(text(again)).contains("replicas: 5");
        assertThat(again.removals()).containsExactly(QuayStack.EXPORTER);
        assertThat(again.updates()).contains(anew.instantiationId());
    }

    @Test
    void theTargetMayNotMoveBetweenUpdateAndCommit() {
        StackDraft deployed = QuayStack.deployed(fixture, first);
        next(edited(QuayStack.spec(), QuayStack.PLANNER, "planner:1.4.0", "planner:1.5.0"));
        StackDraft update = instantiations.update(UpdateRequest.of(deployed.instantiationId()));
        QuayStack.change(fixture.staging, spec -> edited(spec, QuayStack.PLANNER, "replicas: 2", "replicas: 5"));

        assertFails(ErrorCode.TARGET_MOVED, () -> instantiations.commit(update.id()));
    }

    @Test
    void whatIsCommittedIsMarkedWithTheInstanceAndTheVersionsDigest() {
        StackDraft deployed = QuayStack.deployed(fixture, first);

        assertThat(fixture.staging.read("quay").orElseThrow().marks())
                .hasSize(6)
                .containsEntry(
                        QuayStack.PLANNER,
                        new InstanceMark(deployed.instantiationId(), first.profileId(), "quay", 1, first.digest()));
    }

    @Test
    void oneProfileLivesTwiceOnAClusterAndEachUpdateStaysInItsNamespace() {
        StackDraft one = QuayStack.deployed(fixture, first);
        StackDraft two = instantiations.create(QuayStack.request(first)
                .stack("quay-two")
                .putNamespace("quay", "quay-two")
                .build());
        StackReview review = instantiations.review(two.id());
        instantiations.commit(two.id());
        next(edited(QuayStack.spec(), QuayStack.PLANNER, "planner:1.4.0", "planner:1.5.0"));

        StackDraft update = instantiations.update(UpdateRequest.of(two.instantiationId()));

        assertThat(two.spec().find(QuayStack.SETTINGS).orElseThrow().text().orElseThrow())
                .contains("namespace: quay-two\n", "@db.quay-two.svc:5432");
        assertThat(review.findings()).isEmpty();
        assertThat(update.namespaces()).containsEntry("quay", "quay-two");
        assertThat(text(update)).contains("namespace: quay-two\n", "planner:1.5.0");
        assertThat(instantiations.drift(one.instantiationId()).asDeployed()).isTrue();
        assertThat(instantiations.drift(two.instantiationId()).asDeployed()).isTrue();
    }

    @Test
    void aPreviewSaysWhatWouldChangeMemberByMember() {
        StackDraft deployed = QuayStack.deployed(fixture, first);
        next(edited(QuayStack.spec(), QuayStack.PLANNER, "1.4.0", "1.5.0").without(QuayStack.EXPORTER));

        UpdatePreview preview = instantiations.preview(UpdateRequest.of(deployed.instantiationId()));

        assertThat(preview.members())
                .filteredOn(plan -> plan.effect() != MemberPlan.Effect.NONE)
                .extracting(plan -> plan.ref() + " " + plan.effect())
                .containsExactly("manifest/planner UPDATE", "manifest/exporter REMOVE");
        assertThat(preview.complete()).isTrue();
    }

    private ProfileVersion next(StackSpec changed) {
        return QuayStack.next(fixture, first, changed);
    }
}

package io.stackprofile.core;

import static io.stackprofile.core.LiveQuay.at;
import static io.stackprofile.core.LiveQuay.map;
import static io.stackprofile.core.QuayStack.edited;
import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.draft.MergeConflict;
import io.stackprofile.instantiation.DriftReport;
import io.stackprofile.instantiation.Instantiations;
import io.stackprofile.instantiation.MemberDrift;
import io.stackprofile.instantiation.MemberPlan;
import io.stackprofile.instantiation.PathDrift;
import io.stackprofile.instantiation.StackDraft;
import io.stackprofile.instantiation.UpdatePreview;
import io.stackprofile.instantiation.UpdateRequest;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.stack.StackSpec;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Updates of instances that an API server returns with its own fields, defaults and secrets. */
class LiveUpdateTest {

    private static final String SECRET = "harbour-Pilot-9921-sextant";

    private final EngineFixture fixture = new EngineFixture();
    private final Instantiations instantiations = fixture.acme().instantiations();
    private final ProfileVersion first = QuayStack.first(fixture);

    @Test
    void anUnchangedTargetIsTheVersionsOwnTextByteForByte() {
        StackDraft deployed = live(objects -> {});

        UpdatePreview preview = instantiations.preview(UpdateRequest.of(deployed.instantiationId()));

        assertThat(preview.members()).extracting(MemberPlan::effect).hasSize(6).containsOnly(MemberPlan.Effect.NONE);
        assertThat(preview.conflicts()).isEmpty();
        assertThat(instantiations.drift(deployed.instantiationId()).asDeployed())
                .isTrue();
    }

    @Test
    void aLocalEditSurvivesAndWhatTheServerOrOthersSetStaysOutOfWhatIsApplied() {
        StackDraft deployed = live(objects -> {
            map(at(objects.get("planner"), "spec")).put("replicas", 5L);
            map(at(objects.get("planner"), "metadata")).put("annotations", Map.of("team", "berths"));
            map(at(objects.get("settings"), "data")).put("extra", "of someone else");
        });
        next(edited(QuayStack.spec(), QuayStack.PLANNER, "planner:1.4.0", "planner:1.5.0"));

        StackDraft update = instantiations.update(UpdateRequest.of(deployed.instantiationId()));

        assertThat(QuayStack.planner(update.spec()).text().orElseThrow())
                .contains("replicas: 5   # one a shift\n", "planner:1.5.0", "cpu: 1000m")
                .doesNotContain("imagePullPolicy", "uid", "status", "annotations");
        assertThat(update.spec().find(QuayStack.SETTINGS))
                .isEqualTo(deployed.spec().find(QuayStack.SETTINGS));
        assertThat(update.spec().find(QuayStack.METRICS))
                .isEqualTo(deployed.spec().find(QuayStack.METRICS));
        assertAbsent("the draft", ShopStack.shown(update, update.spec()), List.of(SECRET));
    }

    @Test
    void anAddonsValuesThatSomeoneAddedAreLocalEdits() {
        StackDraft deployed = live(objects -> {});
        QuayStack.change(
                fixture.staging,
                spec -> spec.with(
                        spec.find(QuayStack.METRICS)
                                .orElseThrow()
                                .withText(
                                        "{\"replicas\":1,\"prometheus\":{\"monitor\":{\"enabled\":true}},\"rbac\":{\"create\":false}}")));

        StackDraft update = instantiations.update(UpdateRequest.of(deployed.instantiationId()));

        assertThat(update.spec().find(QuayStack.METRICS).orElseThrow().text().orElseThrow())
                .isEqualTo("replicas: 1\nprometheus:\n  monitor:\n    enabled: true\nrbac:\n  create: false\n");
    }

    @Test
    void aDefaultOfTheServerIsNoEditWhenTheVersionNamesTheFieldButSomeonesValueIs() {
        StackDraft deployed = live(objects -> {});
        next(edited(
                QuayStack.spec(),
                QuayStack.PLANNER,
                "          image: ghcr.io",
                "          imagePullPolicy: Always\n          image: ghcr.io"));
        UpdateRequest request = UpdateRequest.of(deployed.instantiationId());

        List<MergeConflict> ofDefault = instantiations.preview(request).conflicts();
        live(
                deployed,
                objects -> LiveQuay.own(
                        objects.get("planner"),
                        "kubectl-edit",
                        Map.of(
                                "f:spec",
                                Map.of(
                                        "f:template",
                                        Map.of(
                                                "f:spec",
                                                Map.of(
                                                        "f:containers",
                                                        Map.of(
                                                                "k:{\"name\":\"planner\"}",
                                                                Map.of("f:imagePullPolicy", Map.of()))))))));
        List<MergeConflict> ofSomeone = instantiations.preview(request).conflicts();

        assertThat(ofDefault).isEmpty();
        assertThat(ofSomeone).extracting(MergeConflict::kind).containsExactly(MergeConflict.Kind.ADD_ADD);
        assertThat(ofSomeone.get(0).ours()).contains("\"IfNotPresent\"");
        assertThat(ofSomeone.get(0).theirs()).contains("\"Always\"");
    }

    @Test
    void driftSaysWhatChangedWhoChangedItAndWhen() {
        StackDraft deployed = live(objects -> {
            map(at(objects.get("planner"), "spec")).put("replicas", 5L);
            LiveQuay.own(objects.get("planner"), "kubectl", Map.of("f:spec", Map.of("f:replicas", Map.of())));
            map(at(objects.get("settings"), "data")).remove("tide");
            map(at(objects.get("settings"), "data")).put("url", "mysql://planner:" + SECRET + "@db.quay.svc:3306/x");
            objects.remove("exporter");
        });

        DriftReport drift = instantiations.drift(deployed.instantiationId());

        PathDrift replicas = paths(drift, "planner").get(0);
        assertThat(replicas.path()).isEqualTo("/spec/replicas");
        assertThat(replicas.expected()).contains("2");
        assertThat(replicas.actual()).contains("5");
        assertThat(replicas.manager()).contains("kubectl");
        assertThat(replicas.operation()).contains("Update");
        assertThat(replicas.changedAt()).contains(Instant.parse("2026-11-20T08:15:00Z"));
        assertThat(paths(drift, "settings"))
                .extracting(path ->
                        path.path() + " " + path.change() + " " + path.actual().orElse("-"))
                .containsExactly("/data/tide REMOVED -", "/data/url CHANGED [redacted]");
        assertThat(drift.members())
                .filteredOn(member -> member.ref().equals(QuayStack.EXPORTER))
                .extracting(MemberDrift::state)
                .containsExactly(MemberDrift.State.MISSING);
        assertAbsent("the drift", all(drift), List.of(SECRET));
    }

    @Test
    void aPlaintextEditOnALiveTargetIsLeftOutOfWhatIsApplied() {
        StackDraft deployed = live(objects -> map(at(objects.get("settings"), "data"))
                .put("tide", "token: ghp_9aKq2LmZx81RtYbVnC04WsEdJfGh5TuPoi7Q"));
        next(edited(QuayStack.spec(), QuayStack.SETTINGS, "mode: steady", "mode: brisk"));
        UpdateRequest request = UpdateRequest.of(deployed.instantiationId());

        UpdatePreview preview = instantiations.preview(request);
        StackDraft update = instantiations.update(request);

        assertThat(preview.conflicts()).isEmpty();
        assertThat(update.spec().find(QuayStack.SETTINGS).orElseThrow().text().orElseThrow())
                .contains("tide: \"neap\"", "mode: brisk");
        assertAbsent("the update", ShopStack.shown(update, update.spec()) + preview, List.of("9aKq2LmZx81RtYbVnC04"));
    }

    @Test
    void aReviewOfALiveTargetComparesLikeWithLike() {
        StackDraft deployed = live(objects -> {});
        next(edited(QuayStack.spec(), QuayStack.PLANNER, "planner:1.4.0", "planner:1.5.0"));
        StackDraft update = instantiations.update(UpdateRequest.of(deployed.instantiationId()));

        List<MemberPlan> plan = instantiations.review(update.id()).plan();

        assertThat(plan)
                .filteredOn(member -> member.effect() != MemberPlan.Effect.NONE)
                .extracting(MemberPlan::ref)
                .containsExactly(QuayStack.PLANNER);
        assertAbsent("the review", plan.toString(), List.of(SECRET));
    }

    private static String all(DriftReport drift) {
        StringBuilder all = new StringBuilder(drift.toString());
        drift.members()
                .forEach(member -> member.paths()
                        .forEach(
                                path -> all.append(path).append(path.expected()).append(path.actual())));
        return all.toString();
    }

    private static List<PathDrift> paths(DriftReport drift, String manifest) {
        return drift.members().stream()
                .filter(member -> member.ref().name().equals(manifest))
                .flatMap(member -> member.paths().stream())
                .toList();
    }

    private StackDraft live(Consumer<Map<String, Map<String, Object>>> edit) {
        StackDraft deployed = QuayStack.deployed(fixture, first);
        live(deployed, edit);
        return deployed;
    }

    private void live(StackDraft deployed, Consumer<Map<String, Map<String, Object>>> edit) {
        fixture.staging.put(LiveQuay.of(deployed.spec(), SECRET, edit));
    }

    private ProfileVersion next(StackSpec changed) {
        return QuayStack.next(fixture, first, changed);
    }
}

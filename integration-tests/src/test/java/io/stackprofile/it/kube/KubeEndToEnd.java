package io.stackprofile.it.kube;

import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;
import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackprofile.draft.DraftEdit;
import io.stackprofile.draft.MergeConflict;
import io.stackprofile.draft.MergeResolution;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.instantiation.CommitOptions;
import io.stackprofile.instantiation.CommitResult;
import io.stackprofile.instantiation.DriftReport;
import io.stackprofile.instantiation.Instantiation;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.instantiation.MemberOutcome;
import io.stackprofile.instantiation.PathDrift;
import io.stackprofile.instantiation.StackDraft;
import io.stackprofile.instantiation.StackReview;
import io.stackprofile.instantiation.UpdatePreview;
import io.stackprofile.instantiation.UpdateRequest;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The whole way on an API server: capture, review, commit, drift, update in place, removal. No controller has to run. */
abstract class KubeEndToEnd extends KubeSteps {

    @Test
    void aRunningStackIsCapturedWithoutWhatTheServerAddedAndWithoutItsSecrets() {
        ProfileVersion version = captured();

        assertThat(version.spec().members())
                .extracting(member -> member.ref().name())
                .containsExactlyInAnyOrder(
                        "configmap-" + source + "-settings",
                        "secret-" + source + "-credentials",
                        "service-" + source + "-web",
                        "serviceaccount-" + source + "-web",
                        web());
        String texts =
                version.spec().members().stream().map(Member::text).toList().toString();
        assertThat(texts)
                .doesNotContain("managedFields", "resourceVersion", "clusterIP", "creationTimestamp", "last-applied")
                .doesNotContain("terminationMessagePath", "dnsPolicy", "sessionAffinity", "status")
                .contains("server_name shop.acme.dev;", "\"yes\"", "serviceAccountName: web");
        assertThat(member(version, web()).parents())
                .contains(
                        MemberRef.manifest("configmap-" + source + "-settings"),
                        MemberRef.manifest("secret-" + source + "-credentials"),
                        MemberRef.manifest("serviceaccount-" + source + "-web"));
        assertThat(version.report().cleanings())
                .allSatisfy(cleaning -> assertThat(cleaning.reason()).isNotBlank());
        assertAbsent("the version", texts + version, List.of(ShopObjects.CANARY));
        assertThat(logged()).as("what is searched for secrets").contains("captured: profile=" + version.profileId());
    }

    @Test
    void aDraftIsRehearsedOnTheServerAndNothingIsWritten() {
        ProfileVersion version = captured();
        String there = target.namespace("rehearsed");

        StackDraft draft = drafted(version, "rehearsed", there);
        StackReview review = world.acme().instantiations().review(draft.id());

        assertThat(review.plan())
                .hasSize(5)
                .allSatisfy(plan -> assertThat(plan.predicted())
                        .hasValueSatisfying(
                                outcome -> assertThat(outcome.status()).isEqualTo(MemberOutcome.Status.CREATED)));
        assertThat(target.get("/apis/apps/v1/namespaces/" + there + "/deployments/web"))
                .isEmpty();
        assertAbsent(
                "what the server keeps of the draft",
                target.kept(world.drafts, "configmaps", "secrets"),
                List.of(ShopObjects.CANARY, KubeWorld.SECRET));
    }

    @Test
    void aDraftSurvivesTheProcessThatMadeIt() {
        StackDraft draft = drafted(captured(), "kept", target.namespace("kept"));

        try (KubeWorld.Process other = world.process()) {
            assertThat(other.acme().instantiations().drafts(KubeWorld.CLUSTER))
                    .anySatisfy(kept -> assertThat(kept.id()).isEqualTo(draft.id()));
            CommitResult result = other.acme().instantiations().commit(draft.id());
            assertThat(result.instantiation().status()).isEqualTo(InstantiationStatus.DEPLOYED);
            assertThat(other.acme().instantiations().drafts(KubeWorld.CLUSTER)).isEmpty();
        }
    }

    @Test
    void aCommittedStackTellsWhatItIsAndHasNotDrifted() {
        ProfileVersion version = captured();
        String there = target.namespace("live");

        CommitResult result = committed(version, "live", there);

        assertThat(result.members()).extracting(MemberOutcome::status).containsOnly(MemberOutcome.Status.CREATED);
        JsonNode deployment = deployment(there);
        assertThat(deployment
                        .path("metadata")
                        .path("labels")
                        .path("stackprofile.io/instance")
                        .asText())
                .isEqualTo(result.instantiation().id().toString());
        assertThat(deployment
                        .path("metadata")
                        .path("annotations")
                        .path("stackprofile.io/digest")
                        .asText())
                .isEqualTo(version.digest().text());
        assertThat(target.kept(there, "secrets")).contains(KubeSteps.base64(KubeWorld.SECRET));
        DriftReport drift =
                world.acme().instantiations().drift(result.instantiation().id());
        assertThat(drift.asDeployed()).as(drift.toString()).isTrue();
        assertThat(world.acme()
                        .instantiations()
                        .commit(result.instantiation().draftId())
                        .members())
                .extracting(MemberOutcome::status)
                .containsOnly(MemberOutcome.Status.UNCHANGED);
        assertAbsent("the result", result + drift.toString(), List.of(KubeWorld.SECRET, ShopObjects.CANARY));
    }

    @Test
    void whatIsCapturedFromAnInstanceIsTheProfileAgain() {
        ProfileVersion version = captured();
        committed(version, "again", target.namespace("again"));

        ProfileVersion again = capture(target.named("again"), "again");

        assertThat(again.spec().members().stream().map(Member::ref).sorted().toList())
                .isEqualTo(version.spec().members().stream()
                        .map(Member::ref)
                        .sorted()
                        .toList());
        assertThat(again.spec().members().stream().map(Member::text).toList().toString())
                .doesNotContain("stackprofile.io/");
    }

    @Test
    void anUpdateKeepsWhatSomebodyChangedElsewhereAndTellsWhatGoesAgainstIt() {
        ProfileVersion version = captured();
        String there = target.namespace("edited");
        Instantiation instance = committed(version, "edited", there).instantiation();
        target.edit(deploymentPath(there), "kubectl-edit", "{\"spec\": {\"replicas\": 5}}");

        PathDrift drifted = only(world.acme().instantiations().drift(instance.id()));
        assertThat(drifted.path()).isEqualTo("/spec/replicas");
        assertThat(drifted.manager()).contains("kubectl-edit");
        assertThat(drifted.actual()).contains("5");

        publish(version, DraftEdit.SetValue.of(MemberRef.manifest(web()), IMAGE, "ghcr.io/acme/web:1.5.0"));
        CommitResult updated = update(UpdateRequest.of(instance.id()));
        assertThat(updated.instantiation().status()).isEqualTo(InstantiationStatus.DEPLOYED);
        assertThat(image(there)).isEqualTo("ghcr.io/acme/web:1.5.0");
        assertThat(deployment(there).path("spec").path("replicas").asInt()).isEqualTo(5);

        setImage(there, "ghcr.io/acme/web:1.5.0-hotfix");
        publish(version, DraftEdit.SetValue.of(MemberRef.manifest(web()), IMAGE, "ghcr.io/acme/web:1.6.0"));
        conflicts(updated.instantiation(), there);
    }

    private void conflicts(Instantiation instance, String there) {
        UpdateRequest request = UpdateRequest.of(instance.id());
        UpdatePreview preview = world.acme().instantiations().preview(request);
        assertThat(preview.conflicts()).hasSize(1);
        MergeConflict conflict = preview.conflicts().get(0);
        assertThat(conflict.location().path()).contains(IMAGE);
        assertThat(conflict.theirs())
                .hasValueSatisfying(text -> assertThat(text).contains("1.6.0"));
        assertThat(conflict.ours()).hasValueSatisfying(text -> assertThat(text).contains("1.5.0-hotfix"));
        assertFails(
                ErrorCode.MERGE_CONFLICT, () -> world.acme().instantiations().update(request));
        assertThat(image(there)).isEqualTo("ghcr.io/acme/web:1.5.0-hotfix");

        StackDraft draft = world.acme()
                .instantiations()
                .update(UpdateRequest.builder()
                        .instantiation(instance.id())
                        .putResolution(conflict.id(), MergeResolution.theirs())
                        .build());
        CommitResult refused = world.acme().instantiations().commit(draft.id());
        assertThat(outcome(refused, web()).code()).contains(ErrorCode.FIELD_CONFLICT);
        assertThat(outcome(refused, web()).conflicts()).singleElement().satisfies(field -> {
            assertThat(field.manager()).isEqualTo("kubectl-set");
            assertThat(field.field()).contains("image");
        });
        world.acme()
                .instantiations()
                .commit(draft.id(), CommitOptions.builder().forceConflicts(true).build());
        assertThat(image(there)).isEqualTo("ghcr.io/acme/web:1.6.0");
        assertThat(deployment(there).path("spec").path("replicas").asInt()).isEqualTo(5);
    }

    @Test
    void aMemberThatTheServerRefusesCostsNoOther() {
        ProfileVersion version = captured();
        String there = target.namespace("refused");
        publish(
                version,
                manifest("backup", "backups.example.org/v1", "Backup", "nightly"),
                manifest("old-ingress", "networking.k8s.io/v1beta1", "Ingress", "web"),
                manifest("portless", "v1", "Service", "portless"),
                manifest("taken", "v1", "ConfigMap", "taken"));
        target.post(
                "/api/v1/namespaces/" + there + "/configmaps",
                "kubectl-create",
                "{\"apiVersion\": \"v1\", \"kind\": \"ConfigMap\", \"metadata\": {\"name\": \"taken\"}}");

        CommitResult result = committed(captured(version.profileId()), "refused", there);

        assertThat(result.instantiation().status()).isEqualTo(InstantiationStatus.PARTIAL);
        assertThat(outcome(result, "backup").code()).contains(ErrorCode.UNKNOWN_KIND);
        assertThat(outcome(result, "old-ingress").code()).contains(ErrorCode.UNKNOWN_KIND);
        assertThat(outcome(result, "old-ingress").message())
                .hasValueSatisfying(message -> assertThat(message).contains("networking.k8s.io/v1"));
        assertThat(outcome(result, "portless").code()).contains(ErrorCode.OBJECT_REFUSED);
        assertThat(outcome(result, "taken").code()).contains(ErrorCode.NOT_OURS);
        assertThat(outcome(result, web()).status()).isEqualTo(MemberOutcome.Status.CREATED);
    }

    @Test
    void uninstallingTakesAwayWhatWasPutThereAndNothingElse() {
        ProfileVersion version = captured();
        String there = target.namespace("gone");
        Instantiation instance = committed(version, "gone", there).instantiation();
        target.post(
                "/api/v1/namespaces/" + there + "/configmaps",
                "kubectl-create",
                "{\"apiVersion\": \"v1\", \"kind\": \"ConfigMap\", \"metadata\": {\"name\": \"mine\"}}");
        target.edit(deploymentPath(there), "kubectl-edit", "{\"spec\": {\"replicas\": 7}}");

        CommitResult kept = world.acme().instantiations().uninstall(instance.id(), CommitOptions.defaults());

        assertThat(kept.members())
                .filteredOn(member -> member.status() == MemberOutcome.Status.REMOVED)
                .as("all but what was changed and what that needs")
                .extracting(member -> member.ref().name())
                .containsExactly("service-" + source + "-web");
        assertThat(kept.instantiation().status()).isEqualTo(InstantiationStatus.UNINSTALLED);
        assertThat(target.get("/api/v1/namespaces/" + there + "/configmaps/mine"))
                .isPresent();
        assertThat(target.get("/api/v1/namespaces/" + there + "/services/web")).isEmpty();
        assertThat(target.get(deploymentPath(there))).isPresent();
    }

    @Test
    void anInstanceThatNobodyTouchedGoesWhole() {
        ProfileVersion version = captured();
        String there = target.namespace("whole");
        Instantiation instance = committed(version, "whole", there).instantiation();

        CommitResult gone = world.acme().instantiations().uninstall(instance.id(), CommitOptions.defaults());

        assertThat(gone.members())
                .hasSize(5)
                .extracting(MemberOutcome::status)
                .containsOnly(MemberOutcome.Status.REMOVED);
        assertThat(target.kept(there, "configmaps", "secrets", "services", "serviceaccounts"))
                .doesNotContain("stackprofile.io/");
        assertThat(target.get(deploymentPath(there))).isEmpty();
    }

    private static PathDrift only(DriftReport drift) {
        List<PathDrift> paths = drift.members().stream()
                .flatMap(member -> member.paths().stream())
                .toList();
        assertThat(paths).as(drift.toString()).hasSize(1);
        return paths.get(0);
    }

    private DraftEdit manifest(String member, String apiVersion, String kind, String name) {
        return new DraftEdit.PutMember(Manifest.builder()
                .name(member)
                .content("apiVersion: " + apiVersion + "\nkind: " + kind + "\nmetadata:\n  name: " + name
                        + "\n  namespace: " + source + "\n")
                .build());
    }

    private CommitResult update(UpdateRequest request) {
        StackDraft draft = world.acme().instantiations().update(request);
        return world.acme().instantiations().commit(draft.id());
    }
}

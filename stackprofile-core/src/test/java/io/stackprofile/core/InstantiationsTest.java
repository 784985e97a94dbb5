package io.stackprofile.core;

import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;
import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.PageRequest;
import io.stackprofile.Role;
import io.stackprofile.capture.CaptureVersionRequest;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Finding;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.error.ValidationException;
import io.stackprofile.instantiation.CommitResult;
import io.stackprofile.instantiation.InstantiateRequest;
import io.stackprofile.instantiation.Instantiation;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.instantiation.MemberOutcome;
import io.stackprofile.instantiation.MemberPlan;
import io.stackprofile.instantiation.StackDraft;
import io.stackprofile.instantiation.StackReview;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.SecretRef;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InstantiationsTest {

    private final EngineFixture fixture = new EngineFixture();

    @Test
    void aDraftHasItsValuesFilledInAndItsSecretsStillPlaceholders() {
        ProfileVersion version = fixture.captureShop();

        StackDraft draft = draft(version, "staging");

        assertThat(draft.stack()).isEqualTo("shop");
        assertThat(draft.version()).isEqualTo(1);
        assertThat(text(draft.spec(), MemberRef.manifest("configuration")))
                .contains("host: www.staging.northwind-freight.example\n")
                .contains("region: eu-north-1\n");
        assertThat(text(draft.spec(), MemberRef.addon("grafana"))).contains("adminPassword: \"${{ parameters.");
        assertThat(fixture.staging.draftCount()).isEqualTo(1);
        assertThat(fixture.staging.stacks()).isEmpty();
        assertAbsent("the draft", ShopStack.shown(draft, draft.spec()), ShopStack.CANARIES);
    }

    @Test
    void everyBindingThatDoesNotFitIsReportedAtOnce() {
        ProfileVersion version = fixture.captureShop();
        InstantiateRequest request = InstantiateRequest.builder()
                .profile(version.profileId())
                .cluster("staging")
                .bind("BASE_DOMIAN", "x.example")
                .build();

        ValidationException failure = (ValidationException) assertFails(
                ErrorCode.INVALID_BINDING, () -> fixture.acme().instantiations().create(request));

        long required =
                version.parameters().stream().filter(Parameter::required).count();
        assertThat(failure.findings()).hasSize((int) required + 1);
        assertThat(failure.findings())
                .extracting(Finding::message)
                .anyMatch(message -> message.contains("BASE_DOMIAN"));
        assertThat(failure.getMessage()).contains("BASE_DOMAIN");
        assertThat(fixture.staging.draftCount()).isZero();
    }

    @Test
    void reviewShowsEveryMemberItsWaveAndWhatWouldChange() {
        StackDraft draft = draft(fixture.captureShop(), "staging");

        StackReview review = fixture.acme().instantiations().review(draft.id());

        assertThat(review.plan()).hasSize(6).allMatch(plan -> plan.effect() == MemberPlan.Effect.CREATE);
        assertThat(review.waves().get(0))
                .containsExactly(MemberRef.manifest("namespace"), MemberRef.addon("ingress-nginx"));
        assertThat(review.targetMoved()).isFalse();
        assertThat(review.plan().get(0).unified().orElseThrow()).contains("+kind: Namespace");
    }

    @Test
    void reviewMasksTheTargetsOwnSecrets() {
        ProfileVersion version = fixture.captureShop();
        fixture.staging.put("shop", ShopStack.spec(), ShopStack.VARIABLES);

        StackReview review =
                fixture.acme().instantiations().review(draft(version, "staging").id());

        assertThat(review.plan())
                .filteredOn(plan -> plan.ref().equals(MemberRef.manifest("credentials")))
                .extracting(MemberPlan::effect)
                .containsExactly(MemberPlan.Effect.UPDATE);
        assertAbsent("the review", review.toString(), ShopStack.CANARIES);
        assertThat(review.toString()).doesNotContain(ShopStack.WEAK);
    }

    @Test
    void commitDeploysResolvesSecretsAndIsDoneOnce() {
        StackDraft draft = draft(fixture.captureShop(), "staging");

        CommitResult result = fixture.acme().instantiations().commit(draft.id());
        CommitResult again = fixture.acme().instantiations().commit(draft.id());

        assertThat(result.instantiation().status()).isEqualTo(InstantiationStatus.DEPLOYED);
        assertThat(result.members())
                .extracting(MemberOutcome::status)
                .containsOnly(MemberOutcome.Status.CREATED)
                .hasSize(6);
        assertThat(again.members()).extracting(MemberOutcome::status).containsOnly(MemberOutcome.Status.UNCHANGED);
        StackSpec deployed = fixture.staging.read("shop").orElseThrow().spec();
        assertThat(text(deployed, MemberRef.manifest("configuration")))
                .contains("example: \"write ${{ parameters.name }} for a placeholder\"");
        String parameter = draft.bindings().stream()
                .filter(binding -> binding.secretRef().isPresent())
                .findFirst()
                .orElseThrow()
                .parameter();
        assertThat(fixture.staging.secret("shop", parameter)).contains("resolved " + parameter);
        assertThat(fixture.staging.draftCount()).isZero();
    }

    @Test
    void aTargetThatMovedAfterTheDraftIsNotOverwritten() {
        StackDraft draft = draft(fixture.captureShop(), "staging");
        fixture.staging.put(
                "shop", StackSpec.builder().addMembers(ShopStack.namespace()).build());

        assertThat(fixture.acme().instantiations().review(draft.id()).targetMoved())
                .isTrue();
        assertFails(
                ErrorCode.TARGET_MOVED, () -> fixture.acme().instantiations().commit(draft.id()));

        assertThat(fixture.staging.read("shop").orElseThrow().spec().members()).hasSize(1);
        assertThat(fixture.acme().instantiations().get(draft.instantiationId()).status())
                .isEqualTo(InstantiationStatus.DRAFTED);
    }

    @Test
    void aSecretThatCannotBeResolvedDeploysNothing() {
        ProfileVersion version = fixture.captureShop();
        InstantiateRequest.Builder request = InstantiateRequest.builder();
        request.profile(version.profileId()).cluster("staging").bind("REGION", "eu-north-1");
        version.parameters().stream()
                .filter(parameter -> parameter.type() == ParameterType.SECRET)
                .forEach(parameter -> request.bindSecret(parameter.name(), SecretRef.env("PATH")));
        StackDraft draft = fixture.acme().instantiations().create(request.build());

        StackProfileException failure = assertFails(
                ErrorCode.SECRET_UNRESOLVED,
                () -> fixture.acme().instantiations().commit(draft.id()));

        assertThat(failure.getMessage()).contains("env:PATH");
        assertThat(fixture.staging.stacks()).isEmpty();
        assertThat(fixture.acme().instantiations().get(draft.instantiationId()).status())
                .isEqualTo(InstantiationStatus.DRAFTED);
    }

    @Test
    void aPartialCommitIsResumed() {
        StackDraft draft = draft(fixture.captureShop(), "staging");
        fixture.staging.failOn(MemberRef.manifest("credentials"));

        CommitResult partial = fixture.acme().instantiations().commit(draft.id());
        fixture.staging.heal();
        CommitResult resumed = fixture.acme().instantiations().commit(draft.id());

        assertThat(partial.instantiation().status()).isEqualTo(InstantiationStatus.PARTIAL);
        assertThat(partial.members())
                .filteredOn(outcome -> outcome.ref().equals(MemberRef.manifest("web")))
                .extracting(MemberOutcome::status)
                .containsExactly(MemberOutcome.Status.SKIPPED);
        assertThat(resumed.instantiation().status()).isEqualTo(InstantiationStatus.DEPLOYED);
        assertThat(fixture.staging.read("shop").orElseThrow().spec().members()).hasSize(6);
    }

    @Test
    void aNewVersionMakesDeployedInstancesOutdated() {
        ProfileVersion first = fixture.captureShop();
        Instantiation deployed = fixture.acme()
                .instantiations()
                .commit(draft(first, "staging").id())
                .instantiation();
        assertThat(fixture.acme()
                        .profiles()
                        .get(first.profileId())
                        .updateStatus()
                        .hasUpdateAvailable())
                .isFalse();

        fixture.prod.put("shop", ShopStack.spec().with(ShopStack.web(3)), ShopStack.VARIABLES);
        fixture.acme()
                .profiles()
                .captureVersion(
                        first.profileId(), CaptureVersionRequest.builder().build());

        assertThat(fixture.acme()
                        .profiles()
                        .get(first.profileId())
                        .updateStatus()
                        .outdatedInstantiationCount())
                .isEqualTo(1);
        assertThat(fixture.acme()
                        .instantiations()
                        .outdated(first.profileId(), PageRequest.first())
                        .items())
                .singleElement()
                .satisfies(instance -> {
                    assertThat(instance.id()).isEqualTo(deployed.id());
                    assertThat(instance.outdated()).isTrue();
                });
        assertThat(fixture.globex().instantiations()).isNotNull();
    }

    @Test
    void aViewerMayNotInstantiate() {
        ProfileVersion version = fixture.captureShop();

        assertFails(
                ErrorCode.ACCESS_DENIED,
                () -> fixture.acme(Role.VIEWER)
                        .instantiations()
                        .create(InstantiateRequest.builder()
                                .profile(version.profileId())
                                .cluster("staging")
                                .build()));
    }

    private StackDraft draft(ProfileVersion version, String cluster) {
        InstantiateRequest.Builder request = InstantiateRequest.builder();
        request.profile(version.profileId()).cluster(cluster).bind("BASE_DOMAIN", "staging.northwind-freight.example");
        bindAll(request, version);
        return fixture.acme().instantiations().create(request.build());
    }

    /** Binds what must be bound: the region, and every secret by a reference of the host's. */
    static void bindAll(InstantiateRequest.Builder request, ProfileVersion version) {
        request.bind("REGION", "eu-north-1");
        version.parameters().stream()
                .filter(parameter -> parameter.type() == ParameterType.SECRET)
                .forEach(parameter -> request.bindSecret(parameter.name(), new SecretRef("vault", parameter.name())));
    }

    private static String text(StackSpec spec, MemberRef ref) {
        return Optional.of(spec)
                .flatMap(stack -> stack.find(ref))
                .flatMap(Member::text)
                .orElseThrow();
    }
}

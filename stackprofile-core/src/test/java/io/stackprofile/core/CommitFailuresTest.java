package io.stackprofile.core;

import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;
import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.CallOptions;
import io.stackprofile.Limits;
import io.stackprofile.StackDraftId;
import io.stackprofile.capture.CaptureVersionRequest;
import io.stackprofile.error.ClusterException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.instantiation.CommitResult;
import io.stackprofile.instantiation.InstantiateRequest;
import io.stackprofile.instantiation.Instantiation;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.instantiation.MemberOutcome;
import io.stackprofile.instantiation.StackDraft;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.SecretRef;
import io.stackprofile.parameter.SecretValue;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.spi.cluster.ClusterAccess;
import io.stackprofile.spi.cluster.CommitReport;
import io.stackprofile.spi.cluster.StackCommit;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class CommitFailuresTest {

    private final AtomicBoolean refusing = new AtomicBoolean();
    private final EngineFixture fixture = new EngineFixture(Limits.defaults(), this::refusing);

    @Test
    void aCancellationThatComesAfterTheDeploymentDoesNotUndoItsRecord() {
        StackDraft draft = draft(fixture.captureShop(), "vault");
        CallOptions options = CallOptions.builder()
                .cancelled(() -> !fixture.staging.stacks().isEmpty())
                .build();

        CommitResult result = fixture.acme().with(options).instantiations().commit(draft.id());

        assertThat(result.instantiation().status()).isEqualTo(InstantiationStatus.DEPLOYED);
        assertThat(status(draft)).isEqualTo(InstantiationStatus.DEPLOYED);
    }

    @Test
    void aDeploymentWhoseDraftCannotBeRemovedIsDeployedAndTidiedUpLater() {
        StackDraft draft = draft(fixture.captureShop(), "vault");
        refusing.set(true);

        CommitResult result = fixture.acme().instantiations().commit(draft.id());
        assertThat(result.instantiation().status()).isEqualTo(InstantiationStatus.DEPLOYED);
        assertThat(fixture.staging.draftCount()).isEqualTo(1);

        refusing.set(false);
        fixture.acme().instantiations().commit(draft.id());
        assertThat(fixture.staging.draftCount()).isZero();
    }

    @Test
    void aDraftTheClusterCannotHoldIsStillADraftAndCanBeDiscarded() {
        EngineFixture strict = new EngineFixture(Limits.defaults(), cluster -> new ForwardingCluster(cluster) {
            @Override
            public CommitReport commit(StackCommit commit) {
                throw new InvalidContentException(
                        ErrorCode.MALFORMED, "a member cannot be written", "Rename it.", Location.unknown());
            }
        });
        StackDraft draft = draft(strict, strict.captureShop(), "vault");

        assertFails(ErrorCode.MALFORMED, () -> strict.acme().instantiations().commit(draft.id()));
        strict.acme().instantiations().discard(draft.id());

        assertFails(ErrorCode.NOT_FOUND, () -> strict.acme().instantiations().draft(draft.id()));
    }

    @Test
    void aResolverThatBreaksIsAnUnresolvedSecretAndItsMessageIsNotRepeated() {
        StackDraft draft = draft(fixture.captureShop(), "broken");

        StackProfileException failure = assertFails(
                ErrorCode.SECRET_UNRESOLVED,
                () -> fixture.acme().instantiations().commit(draft.id()));

        assertAbsent(failure, ShopStack.CANARIES);
        assertThat(failure.getMessage()).contains("java.lang.IllegalStateException");
        assertThat(status(draft)).isEqualTo(InstantiationStatus.DRAFTED);
    }

    @Test
    void whatAClusterQuotesOfASecretIsNotRepeated() {
        AtomicBoolean failing = new AtomicBoolean();
        EngineFixture quoting = new EngineFixture(Limits.defaults(), cluster -> new ForwardingCluster(cluster) {
            @Override
            public CommitReport commit(StackCommit commit) {
                String quoted = quoted(commit);
                if (failing.get()) {
                    throw new IllegalStateException("refused", new IllegalArgumentException("data: " + quoted));
                }
                return new CommitReport(super.commit(commit).members().stream()
                        .map(outcome -> MemberOutcome.builder()
                                .ref(outcome.ref())
                                .status(outcome.status())
                                .message("took " + quoted)
                                .build())
                        .toList());
            }
        });
        StackDraft draft = draft(quoting, quoting.captureShop(), "vault");
        failing.set(true);

        StackProfileException failure = assertFails(
                ErrorCode.CLUSTER_FAILED, () -> quoting.acme().instantiations().commit(draft.id()));
        failing.set(false);
        CommitResult result = quoting.acme().instantiations().commit(draft.id());

        assertAbsent(failure, List.of("resolved "));
        assertThat(failure.getMessage()).contains("java.lang.IllegalStateException");
        assertAbsent("the result", result.members().toString(), List.of("resolved "));
        assertThat(result.members().get(0).message().orElse("")).startsWith("took [redacted]");
    }

    private static String quoted(StackCommit commit) {
        String parameter = commit.members().stream()
                .flatMap(member -> member.secrets().stream())
                .findFirst()
                .orElseThrow()
                .parameter();
        try (SecretValue secret = commit.secrets().secret(parameter)) {
            return Base64.getEncoder().encodeToString(secret.revealText().getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void aLaterDeploymentOntoTheSameStackTakesTheEarlierOnesPlace() {
        ProfileVersion first = fixture.captureShop();
        Instantiation old = commit(draft(first, "vault"));
        fixture.prod.put("shop", ShopStack.spec().with(ShopStack.web(3)), ShopStack.VARIABLES);
        ProfileVersion second = fixture.acme()
                .profiles()
                .captureVersion(
                        first.profileId(), CaptureVersionRequest.builder().build());

        Instantiation updated = commit(draft(second, "vault"));

        assertThat(updated.status()).isEqualTo(InstantiationStatus.DEPLOYED);
        Instantiation replaced = fixture.acme().instantiations().get(old.id());
        assertThat(replaced.status()).isEqualTo(InstantiationStatus.SUPERSEDED);
        assertThat(replaced.outdated()).isFalse();
        assertThat(fixture.acme()
                        .profiles()
                        .get(first.profileId())
                        .updateStatus()
                        .outdatedInstantiationCount())
                .isZero();
        assertFails(ErrorCode.WRONG_STATE, () -> fixture.acme().instantiations().commit(old.draftId()));
    }

    private ClusterAccess refusing(ClusterAccess cluster) {
        return new ForwardingCluster(cluster) {
            @Override
            public void deleteDraft(StackDraftId id) {
                if (refusing.get()) {
                    throw new ClusterException("the folder is read-only", "Make it writable.", Location.unknown());
                }
                super.deleteDraft(id);
            }
        };
    }

    private Instantiation commit(StackDraft draft) {
        return fixture.acme().instantiations().commit(draft.id()).instantiation();
    }

    private InstantiationStatus status(StackDraft draft) {
        return fixture.acme().instantiations().get(draft.instantiationId()).status();
    }

    private StackDraft draft(ProfileVersion version, String scheme) {
        return draft(fixture, version, scheme);
    }

    private static StackDraft draft(EngineFixture fixture, ProfileVersion version, String scheme) {
        InstantiateRequest.Builder request = InstantiateRequest.builder();
        request.profile(version.profileId())
                .version(version.version())
                .cluster("staging")
                .bind("REGION", "eu-north-1");
        List<String> secrets = version.parameters().stream()
                .filter(parameter -> parameter.type() == ParameterType.SECRET)
                .map(parameter -> parameter.name())
                .toList();
        secrets.forEach(name -> request.bindSecret(name, new SecretRef(scheme, name)));
        return fixture.acme().instantiations().create(request.build());
    }
}

package io.stackprofile.core;

import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;
import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.Caller;
import io.stackprofile.OrganisationSession;
import io.stackprofile.PageRequest;
import io.stackprofile.draft.CreateDraftRequest;
import io.stackprofile.draft.DraftEdit;
import io.stackprofile.draft.ProfileDraft;
import io.stackprofile.draft.PublishRequest;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.instantiation.InstantiateRequest;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.instantiation.StackDraft;
import io.stackprofile.parameter.Binding;
import io.stackprofile.parameter.BindingSource;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.SecretGeneration;
import io.stackprofile.parameter.SecretRef;
import io.stackprofile.parameter.SecretValue;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.spi.secret.SecretVault;
import io.stackprofile.spi.store.InstantiationRecord;
import io.stackprofile.testkit.InMemoryCluster;
import io.stackprofile.testkit.InMemoryClusters;
import io.stackprofile.testkit.InMemorySecretVault;
import io.stackprofile.testkit.InMemoryStore;
import io.stackprofile.testkit.SequenceIds;
import io.stackprofile.testkit.SteppingClock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets that nobody binds: made once, kept in the vault, the same after an update. */
class GeneratedSecretsTest {

    private static final String CANARY = "hunter2-correct-horse-battery";

    private final InMemoryStore store = new InMemoryStore();
    private final InMemoryCluster staging = InMemoryCluster.named("staging");
    private final InMemorySecretVault vault = new InMemorySecretVault();
    private final SteppingClock clock = SteppingClock.seconds();
    private final SequenceIds ids = SequenceIds.fromStart();

    @Test
    void theFirstCommitMakesTheSecretAndAnotherFindsIt() {
        OrganisationSession acme = session(vault);
        StackDraft draft = instantiate(acme, published(acme));

        assertThat(vault.size()).isZero();
        assertThat(draft.bindings())
                .containsExactly(Binding.builder()
                        .parameter("token")
                        .secretRef(new SecretRef("generated", draft.instantiationId() + "/token"))
                        .source(BindingSource.GENERATED)
                        .build());
        acme.instantiations().review(draft.id());
        assertThat(vault.size()).isZero();

        acme.instantiations().commit(draft.id());
        String token = deployedToken();
        acme.instantiations().commit(draft.id());

        assertThat(token).matches("[A-Za-z0-9]{24}");
        assertThat(deployedToken()).isEqualTo(token);
        assertThat(vault.size()).isEqualTo(1);
        assertAbsent("the stored instance", stored(draft), List.of(token));
        assertAbsent("the draft", ShopStack.shown(draft, draft.spec()), List.of(token));
    }

    @Test
    void anUpdateKeepsTheSecretAndAnotherStackGetsItsOwn() {
        OrganisationSession acme = session(vault);
        ProfileVersion version = published(acme);
        StackDraft first = instantiate(acme, version);
        acme.instantiations().commit(first.id());
        String token = deployedToken();

        StackDraft second = instantiate(acme, version);
        StackDraft third = instantiate(acme, version, "other");
        acme.instantiations().commit(second.id());

        assertThat(second.bindings()).isEqualTo(first.bindings());
        assertThat(third.bindings()).isNotEqualTo(first.bindings());
        assertThat(deployedToken()).isEqualTo(token);
        assertThat(acme.instantiations().get(first.instantiationId()).status())
                .isEqualTo(InstantiationStatus.SUPERSEDED);
    }

    @Test
    void aDraftThatWasNeverCommittedLendsNothing() {
        OrganisationSession acme = session(vault);
        ProfileVersion version = published(acme);

        assertThat(instantiate(acme, version).bindings())
                .isNotEqualTo(instantiate(acme, version).bindings());
    }

    @Test
    void anInterruptedCommitFindsTheSecretItMade() {
        OrganisationSession acme = session(vault);
        StackDraft draft = instantiate(acme, published(acme));
        SecretRef ref = draft.bindings().get(0).secretRef().orElseThrow();
        vault.putIfAbsent("acme", ref, SecretValue.of("made-by-the-commit-before"))
                .close();

        acme.instantiations().commit(draft.id());

        assertThat(deployedToken()).isEqualTo("made-by-the-commit-before");
    }

    @Test
    void aCommitWithoutTheVaultIsRefusedAndDeploysNothing() {
        StackDraft draft = instantiate(session(vault), published(session(vault)));

        assertFails(
                ErrorCode.SECRET_UNRESOLVED,
                () -> session(null).instantiations().commit(draft.id()));

        assertThat(staging.stacks()).isEmpty();
    }

    @Test
    void withoutAVaultTheSecretHasToBeBound() {
        OrganisationSession acme = session(null);
        ProfileVersion version = published(acme);

        StackProfileException refused = assertFails(ErrorCode.INVALID_BINDING, () -> instantiate(acme, version));

        assertThat(refused).hasMessageContaining("parameter token is generated where the host has a secret vault");
        assertThat(acme.instantiations()
                        .list(version.profileId(), PageRequest.first())
                        .items())
                .isEmpty();
    }

    @Test
    void whatAVaultThrowsIsNotPassedOn() {
        SecretVault broken = new SecretVault() {
            @Override
            public Optional<SecretValue> get(String organisation, SecretRef ref) {
                return Optional.empty();
            }

            @Override
            public SecretValue putIfAbsent(String organisation, SecretRef ref, SecretValue candidate) {
                throw new IllegalStateException("cannot keep " + candidate.revealText() + CANARY);
            }
        };
        OrganisationSession acme = session(broken);
        StackDraft draft = instantiate(acme, published(acme));

        StackProfileException refused = assertFails(
                ErrorCode.SECRET_UNRESOLVED, () -> acme.instantiations().commit(draft.id()));

        assertThat(refused).hasNoCause().hasMessageContaining("the vault failed with java.lang.IllegalStateException");
        assertAbsent(refused, List.of(CANARY));
        assertThat(staging.stacks()).isEmpty();
        assertThat(acme.instantiations().get(draft.instantiationId()).status()).isEqualTo(InstantiationStatus.DRAFTED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aVaultThatAnswersNothingAtAllIsAFailureOfTheVault(boolean whenAsked) {
        SecretVault silent = new SecretVault() {
            @Override
            public Optional<SecretValue> get(String organisation, SecretRef ref) {
                return whenAsked ? null : Optional.empty();
            }

            @Override
            public SecretValue putIfAbsent(String organisation, SecretRef ref, SecretValue candidate) {
                return null;
            }
        };
        OrganisationSession acme = session(silent);
        StackDraft draft = instantiate(acme, published(acme));

        StackProfileException refused = assertFails(
                ErrorCode.SECRET_UNRESOLVED, () -> acme.instantiations().commit(draft.id()));

        assertThat(refused).hasMessageContaining("parameter 'token' is a generated secret, and the vault failed");
        assertThat(staging.stacks()).isEmpty();
        assertThat(acme.instantiations().get(draft.instantiationId()).status()).isEqualTo(InstantiationStatus.DRAFTED);
    }

    @Test
    void aSecretOfTheVaultThatBreaksTheRulesIsRefused() {
        OrganisationSession acme = session(vault);
        StackDraft draft = instantiate(acme, published(acme));
        SecretRef ref = draft.bindings().get(0).secretRef().orElseThrow();
        vault.putIfAbsent("acme", ref, SecretValue.of("short")).close();

        StackProfileException refused = assertFails(
                ErrorCode.INVALID_BINDING, () -> acme.instantiations().commit(draft.id()));

        assertThat(refused).hasMessageContaining("has fewer than 24 characters");
    }

    private OrganisationSession session(SecretVault kept) {
        StackProfileEngine.Builder builder = StackProfileEngine.builder()
                .store(store)
                .clusters(InMemoryClusters.of(staging))
                .clock(clock)
                .ids(ids);
        return (kept == null ? builder : builder.secretVault(kept)).build().as(Caller.of("acme", "alice"));
    }

    private static ProfileVersion published(OrganisationSession acme) {
        ProfileDraft draft = acme.drafts().create(CreateDraftRequest.blank("shop"));
        Parameter token = Parameter.builder()
                .name("token")
                .type(ParameterType.SECRET)
                .minLength(24)
                .generate(SecretGeneration.of(24))
                .build();
        acme.drafts()
                .edit(
                        draft.id(),
                        1,
                        List.of(
                                new DraftEdit.PutMember(ShopStack.manifest("credentials", """
                                        apiVersion: v1
                                        kind: Secret
                                        metadata:
                                          name: shop
                                        stringData:
                                          token: ${{ parameters.token }}
                                        """)),
                                new DraftEdit.PutParameter(token)));
        return acme.drafts().publish(draft.id(), PublishRequest.builder().build());
    }

    private static StackDraft instantiate(OrganisationSession acme, ProfileVersion version) {
        return instantiate(acme, version, "shop");
    }

    private static StackDraft instantiate(OrganisationSession acme, ProfileVersion version, String stack) {
        return acme.instantiations()
                .create(InstantiateRequest.builder()
                        .profile(version.profileId())
                        .cluster("staging")
                        .stack(stack)
                        .build());
    }

    private String stored(StackDraft draft) {
        InstantiationRecord record =
                store.instantiations().find("acme", draft.instantiationId()).orElseThrow();
        return record.document() + store.contents().getAll("acme", record.contents());
    }

    private String deployedToken() {
        return staging.secret("shop", "token").orElseThrow();
    }
}

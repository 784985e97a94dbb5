package io.stackprofile.core;

import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.Caller;
import io.stackprofile.OrganisationSession;
import io.stackprofile.draft.CreateDraftRequest;
import io.stackprofile.draft.DraftEdit;
import io.stackprofile.draft.ProfileDraft;
import io.stackprofile.draft.PublishRequest;
import io.stackprofile.instantiation.InstantiateRequest;
import io.stackprofile.instantiation.StackDraft;
import io.stackprofile.instantiation.UpdateRequest;
import io.stackprofile.parameter.BindingMigration;
import io.stackprofile.parameter.MigrationStep;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.SecretGeneration;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.spi.store.InstantiationRecord;
import io.stackprofile.stack.Manifest;
import io.stackprofile.testkit.InMemoryCluster;
import io.stackprofile.testkit.InMemoryClusters;
import io.stackprofile.testkit.InMemorySecretVault;
import io.stackprofile.testkit.InMemoryStore;
import io.stackprofile.testkit.SequenceIds;
import io.stackprofile.testkit.SteppingClock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A generated secret whose parameter gets another name. */
class MigratedSecretsTest {

    private final InMemoryStore store = new InMemoryStore();
    private final InMemoryCluster staging = InMemoryCluster.named("staging");
    private final InMemorySecretVault vault = new InMemorySecretVault();
    private final OrganisationSession acme = StackProfileEngine.builder()
            .store(store)
            .clusters(InMemoryClusters.of(staging))
            .secretVault(vault)
            .clock(SteppingClock.seconds())
            .ids(SequenceIds.fromStart())
            .build()
            .as(Caller.of("acme", "alice"));

    @Test
    void anUpdateThatRenamesTheParameterKeepsTheSecretAndANewOneOfTheOldNameGetsItsOwn() {
        StackDraft first = first();
        acme.instantiations().commit(first.id());
        String token = staging.secret("shop", "token").orElseThrow();
        ProfileDraft next = acme.drafts().create(CreateDraftRequest.of(first.profileId()));
        acme.drafts()
                .edit(
                        next.id(),
                        1,
                        List.of(
                                new DraftEdit.RenameParameter("token", "access_token"),
                                new DraftEdit.PutParameter(generated("token")),
                                new DraftEdit.PutMember(manifest("more", "other"))));
        acme.drafts()
                .publish(
                        next.id(),
                        PublishRequest.builder()
                                .migration(BindingMigration.of(new MigrationStep.Rename("token", "access_token")))
                                .build());

        StackDraft second = acme.instantiations().update(UpdateRequest.of(first.instantiationId()));
        acme.instantiations().commit(second.id());

        assertThat(staging.secret("shop", "access_token")).contains(token);
        assertThat(staging.secret("shop", "token")).isPresent().isNotEqualTo(Optional.of(token));
        assertThat(vault.size()).isEqualTo(2);
        assertAbsent("the stored instance", stored(second), List.of(token));
        assertAbsent(
                "the preview",
                acme.instantiations()
                        .preview(UpdateRequest.of(second.instantiationId()))
                        .toString(),
                List.of(token));
    }

    private StackDraft first() {
        ProfileDraft draft = acme.drafts().create(CreateDraftRequest.blank("shop"));
        acme.drafts()
                .edit(
                        draft.id(),
                        1,
                        List.of(
                                new DraftEdit.PutMember(manifest("credentials", "token")),
                                new DraftEdit.PutParameter(generated("token"))));
        ProfileVersion version =
                acme.drafts().publish(draft.id(), PublishRequest.builder().build());
        return acme.instantiations()
                .create(InstantiateRequest.builder()
                        .profile(version.profileId())
                        .cluster("staging")
                        .build());
    }

    private static Manifest manifest(String name, String key) {
        return Manifest.builder()
                .name(name)
                .content("apiVersion: v1\nkind: Secret\nmetadata: {name: " + name + "}\nstringData:\n  " + key
                        + ": ${{ parameters.token }}\n")
                .build();
    }

    private static Parameter generated(String name) {
        return Parameter.builder()
                .name(name)
                .type(ParameterType.SECRET)
                .minLength(24)
                .generate(SecretGeneration.of(24))
                .build();
    }

    private String stored(StackDraft draft) {
        InstantiationRecord record =
                store.instantiations().find("acme", draft.instantiationId()).orElseThrow();
        return record.document() + store.contents().getAll("acme", record.contents());
    }
}

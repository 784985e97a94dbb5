package io.stackprofile.it;

import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.stackprofile.draft.PublishRequest;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.instantiation.Instantiation;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.instantiation.LostBinding;
import io.stackprofile.instantiation.ParameterOrigin;
import io.stackprofile.instantiation.StackDraft;
import io.stackprofile.instantiation.UpdatePreview;
import io.stackprofile.instantiation.UpdateRequest;
import io.stackprofile.parameter.BindingMigration;
import io.stackprofile.parameter.BindingSource;
import io.stackprofile.parameter.MigrationStep.Merge;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.parameter.SecretRef;
import io.stackprofile.profile.ProfileVersion;
import org.junit.jupiter.api.Test;

/** Instances follow versions whose parameters are renamed, split, merged and mapped. */
class MigrationsTest extends FollowedProfile {

    @Test
    void anInstanceIsCarriedOverSeveralVersionsAndChannels() {
        ProfileVersion one = first();
        Instantiation instance = deployed(one);
        ProfileVersion two = publish(one, ON_BETA, second());
        publish(
                two,
                PublishRequest.builder()
                        .migration(BindingMigration.of(
                                new Merge("${{ parameters.host }}/${{ parameters.port }}", "address")))
                        .build(),
                parameter("address", ParameterType.STRING),
                parameter("admin_password", ParameterType.SECRET),
                choice("tier", "dev", "prod"),
                number("retries", 5),
                needed("region"));

        UpdatePreview preview = preview(UpdateRequest.of(instance.id()));

        assertThat(preview.fromVersion()).isEqualTo(1);
        assertThat(preview.toVersion()).isEqualTo(3);
        assertThat(preview.complete()).isFalse();
        assertThat(preview.asked()).extracting(ParameterOrigin::parameter).containsExactly("region");
        assertThat(preview.lost())
                .extracting(LostBinding::parameter, LostBinding::version)
                .containsExactly(tuple("comment", 2));
        assertThat(preview.parameters().get(0).from()).containsExactly("endpoint");
        assertThat(preview.parameters().get(0).turns()).hasSize(3);
        assertThat(preview(UpdateRequest.of(instance.id()))).isEqualTo(preview);

        StackDraft draft = world.acme()
                .instantiations()
                .update(UpdateRequest.builder()
                        .instantiation(instance.id())
                        .bind("region", "eu")
                        .build());
        assertThat(draft.bindings())
                .extracting(binding -> binding.parameter() + "="
                        + binding.value()
                                .map(ParameterValue::text)
                                .or(() -> binding.secretRef().map(SecretRef::toString))
                                .orElse("")
                        + " " + binding.source())
                .containsExactly(
                        "address=db.acme.dev/5432 " + BindingSource.CARRIED,
                        "admin_password=vault:database " + BindingSource.CARRIED,
                        "tier=prod " + BindingSource.CARRIED,
                        "retries=1 " + BindingSource.CARRIED,
                        "region=eu " + BindingSource.EXPLICIT);
        world.acme().instantiations().commit(draft.id());
        assertThat(world.acme().instantiations().get(instance.id()).status()).isEqualTo(InstantiationStatus.SUPERSEDED);
        assertThat(world.profile(one).updateStatus().outdatedInstantiationCount())
                .isZero();
        assertThat(preview(UpdateRequest.of(draft.instantiationId())).complete())
                .as("what it was given and what was carried is its own from now on")
                .isTrue();
    }

    @Test
    void anUpdateThatHasToAskMakesNothingAndTellsEverything() {
        ProfileVersion one = first();
        deployed(one, "not an endpoint", "small");
        publish(one, PublishRequest.builder().migration(SECOND).build(), second());
        Instantiation instance = instances(one).get(0);
        int drafts = world.staging.draftCount();

        StackProfileException refused = assertFails(
                ErrorCode.INVALID_BINDING, () -> world.acme().instantiations().update(UpdateRequest.of(instance.id())));

        assertThat(refused)
                .hasMessageContaining("from version 1 to 2")
                .hasMessageContaining("parameter host has to be given")
                .hasMessageContaining("parameter port has to be given")
                .hasMessageContaining("parameter tier has to be given")
                .hasMessageNotContaining("not an endpoint");
        assertThat(world.staging.draftCount()).isEqualTo(drafts);
        assertThat(instances(one)).containsExactly(instance);
        StackDraft draft = world.acme()
                .instantiations()
                .update(UpdateRequest.builder()
                        .instantiation(instance.id())
                        .bind("host", "b.dev")
                        .addReset("port")
                        .bind("tier", "dev")
                        .build());
        assertThat(draft.spec().members().get(0).text().orElseThrow()).contains("b.dev");
    }

    @Test
    void goingBackListsWhatIsLostAndAsksWhatWasMadeOfIt() {
        ProfileVersion one = first();
        Instantiation instance = deployed(one);
        publish(one, PublishRequest.builder().migration(SECOND).build(), second());
        StackDraft two = world.acme().instantiations().update(UpdateRequest.of(instance.id()));
        world.acme().instantiations().commit(two.id());

        UpdatePreview back = preview(UpdateRequest.builder()
                .instantiation(two.instantiationId())
                .version(1)
                .build());

        assertThat(back.asked()).extracting(ParameterOrigin::parameter).containsExactly("endpoint", "password", "size");
        assertThat(back.lost())
                .extracting(LostBinding::parameter)
                .containsExactly("host", "port", "admin_password", "tier", "retries");
        assertFails(ErrorCode.WRONG_STATE, () -> world.acme().instantiations().update(UpdateRequest.of(instance.id())));
    }

    @Test
    void anotherOrganisationsInstanceFollowsAPublicProfile() {
        ProfileVersion one = first();
        world.acme().profiles().share(one.profileId(), 1, "globex");
        Instantiation theirs = World.deploy(world.as("globex"), request(one, "db.acme.dev:5432", "large"));
        publish(one, PublishRequest.builder().migration(SECOND).build(), second());

        UpdatePreview preview = world.as("globex").instantiations().preview(UpdateRequest.of(theirs.id()));

        assertThat(preview.complete()).isTrue();
        assertFails(ErrorCode.NOT_FOUND, () -> preview(UpdateRequest.of(theirs.id())));
    }
}

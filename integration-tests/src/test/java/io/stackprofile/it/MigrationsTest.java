package io.stackprofile.it;

import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;
import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.PageRequest;
import io.stackprofile.draft.CreateDraftRequest;
import io.stackprofile.draft.DraftEdit;
import io.stackprofile.draft.ProfileDraft;
import io.stackprofile.draft.PublishRequest;
import io.stackprofile.draft.SuggestRequest;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.instantiation.InstantiateRequest;
import io.stackprofile.instantiation.Instantiation;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.instantiation.LostBinding;
import io.stackprofile.instantiation.ParameterOrigin;
import io.stackprofile.instantiation.StackDraft;
import io.stackprofile.instantiation.UpdatePreview;
import io.stackprofile.instantiation.UpdateRequest;
import io.stackprofile.parameter.BindingMigration;
import io.stackprofile.parameter.BindingSource;
import io.stackprofile.parameter.MigrationStep.EarlierDefault;
import io.stackprofile.parameter.MigrationStep.MapValues;
import io.stackprofile.parameter.MigrationStep.Merge;
import io.stackprofile.parameter.MigrationStep.Rename;
import io.stackprofile.parameter.MigrationStep.Split;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.parameter.SecretRef;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.spi.store.InstantiationRecord;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.testkit.fixture.StackBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Instances follow versions whose parameters are renamed, split, merged and mapped. */
class MigrationsTest extends OverEachStore {

    private static final Split ENDPOINT = new Split("endpoint", List.of("host", "port"), "([^:]+):([0-9]+)");
    private static final BindingMigration SECOND = BindingMigration.of(
            ENDPOINT,
            new Rename("password", "admin_password"),
            new MapValues("size", "tier", Map.of("large", ParameterValue.of("prod"))),
            new EarlierDefault("retries", ParameterValue.of(1)));

    private final PublishRequest onBeta =
            PublishRequest.builder().channel("beta").migration(SECOND).build();

    @Test
    void anInstanceIsCarriedOverSeveralVersionsAndChannels() {
        ProfileVersion one = first();
        Instantiation instance = deployed(one);
        ProfileVersion two = publish(one, onBeta, second());
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
                .containsExactly(org.assertj.core.api.Assertions.tuple("comment", 2));
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
    void aMigrationThatDoesNotFitIsRefusedAndTheDraftStays() {
        ProfileVersion one = first();
        ProfileDraft draft = draft(one, second());
        BindingMigration wrong = BindingMigration.of(
                new Rename("pasword", "admin_password"), new Rename("password", "host"), new Rename("size", "port"));

        StackProfileException refused = assertFails(
                ErrorCode.INVALID_DRAFT,
                () -> publish(draft, PublishRequest.builder().migration(wrong).build()));

        assertThat(refused)
                .hasMessageContaining("/migration/steps/0")
                .hasMessageContaining("Did you mean password?")
                .hasMessageContaining("/migration/steps/1")
                .hasMessageContaining("/migration/steps/2");
        assertThat(world.profile(one).latestVersion()).isEqualTo(1);
        assertThat(world.acme().drafts().get(draft.id())).isEqualTo(draft);
        ProfileDraft ofNoProfile = draft(Optional.empty(), second());
        assertFails(ErrorCode.INVALID_REQUEST, () -> publish(ofNoProfile, onBeta));
        assertFails(
                ErrorCode.LIMIT_EXCEEDED,
                () -> publish(
                        draft,
                        PublishRequest.builder()
                                .migration(BindingMigration.of(
                                        new EarlierDefault("host", ParameterValue.of("x".repeat(70_000)))))
                                .build()));
        assertThat(publish(draft, onBeta).migration()).isEqualTo(SECOND);
        assertThat(world.acme().profiles().version(one.profileId(), 2).migration())
                .isEqualTo(SECOND);
        assertThat(world.acme().profiles().version(one.profileId(), 2).digest())
                .as("the migration is no part of the digest")
                .isEqualTo(world.acme()
                        .profiles()
                        .version(
                                publish(
                                                world.acme().profiles().version(one.profileId(), 2),
                                                PublishRequest.builder().build(),
                                                second())
                                        .profileId(),
                                3)
                        .digest());
    }

    @Test
    void theOwnerDeclaresTheMigrationOfASuggestion() {
        ProfileVersion one = first();
        world.acme().profiles().share(one.profileId(), 1, "globex");
        ProfileDraft draft = world.as("globex").drafts().create(CreateDraftRequest.of(one.profileId()));
        ProfileDraft edited = world.as("globex")
                .drafts()
                .edit(draft.id(), 1, List.of(new DraftEdit.RenameParameter("endpoint", "address")));
        var suggestion = world.as("globex")
                .suggestions()
                .submit(SuggestRequest.builder()
                        .draft(draft.id())
                        .revision(edited.revision())
                        .build())
                .summary();

        assertFails(
                ErrorCode.INVALID_DRAFT,
                () -> world.acme().suggestions().approve(suggestion.id(), suggestion.revision(), onBeta));
        BindingMigration migration = BindingMigration.of(new Rename("endpoint", "address"));
        ProfileVersion two = world.acme()
                .suggestions()
                .approve(
                        suggestion.id(),
                        suggestion.revision(),
                        PublishRequest.builder().migration(migration).build());

        assertThat(two.migration()).isEqualTo(migration);
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

    @Test
    void noSecretIsInWhatAnUpdateShowsStoresOrThrows() {
        String secret = "resolved database";
        String token = "ghp_" + "A1b2C3d4E5".repeat(4).substring(0, 36);
        ProfileVersion one = first();
        Instantiation instance = deployed(one);
        StackProfileException exposed = assertFails(
                ErrorCode.SECRET_EXPOSED,
                () -> publish(
                        one,
                        PublishRequest.builder()
                                .migration(BindingMigration.of(
                                        new MapValues("size", "tier", Map.of("small", ParameterValue.of(token)))))
                                .build(),
                        parameter("tier", ParameterType.STRING)));
        assertAbsent(exposed, List.of(token));
        publish(one, PublishRequest.builder().migration(SECOND).build(), second());

        UpdatePreview preview = preview(UpdateRequest.of(instance.id()));
        StackDraft draft = world.acme().instantiations().update(UpdateRequest.of(instance.id()));
        world.acme().instantiations().commit(draft.id());

        assertThat(world.staging.secret("shop", "password")).contains(secret);
        assertAbsent("the preview", preview + preview.parameters().toString(), List.of(secret));
        assertAbsent("the draft", draft + draft.spec().members().toString(), List.of(secret));
        InstantiationRecord record = world.store
                .instantiations()
                .find("acme", draft.instantiationId())
                .orElseThrow();
        assertAbsent(
                "the stored instance",
                record.document() + world.store.contents().getAll("acme", record.contents()),
                List.of(secret));
    }

    @Test
    void aMergeThatMakesACredentialIsRefused() {
        String word = "correct-horse-battery-77";
        ProfileVersion one = world.acme()
                .drafts()
                .publish(
                        draft(
                                        Optional.empty(),
                                        parameter("user", ParameterType.STRING),
                                        parameter("word", ParameterType.STRING))
                                .id(),
                        PublishRequest.builder().build());
        Instantiation instance = World.deploy(
                world.acme(),
                InstantiateRequest.builder()
                        .profile(one.profileId())
                        .cluster("staging")
                        .bind("user", "admin")
                        .bind("word", word)
                        .build());
        publish(
                one,
                PublishRequest.builder()
                        .migration(BindingMigration.of(new Merge(
                                "postgres://${{ parameters.user }}:${{ parameters.word }}@db.acme.dev/shop", "source")))
                        .build(),
                parameter("source", ParameterType.STRING));

        StackProfileException shown =
                assertFails(ErrorCode.SECRET_EXPOSED, () -> preview(UpdateRequest.of(instance.id())));
        StackProfileException drafted = assertFails(
                ErrorCode.SECRET_EXPOSED, () -> world.acme().instantiations().update(UpdateRequest.of(instance.id())));

        assertAbsent(shown, List.of(word));
        assertAbsent(drafted, List.of(word));
        assertThat(instances(one)).hasSize(1);
    }

    @Test
    void aMigrationIsReadFromADocument() {
        BindingMigration read = world.acme().drafts().readMigration("""
                apiVersion: stackprofile.io/v1
                kind: BindingMigration
                spec:
                  steps:
                    - split: {from: endpoint, to: [host, port], pattern: "([^:]+):([0-9]+)"}
                    - rename: {from: password, to: admin_password}
                    - map: {from: size, to: tier, values: {large: prod}}
                    - earlierDefault: {to: retries, value: 1}
                """);

        assertThat(read).isEqualTo(SECOND);
        StackProfileException refused =
                assertFails(ErrorCode.MALFORMED, () -> world.acme().drafts().readMigration("""
                apiVersion: stackprofile.io/v1
                kind: BindingMigration
                spec:
                  steps:
                    - rename: {from: hunter2 correct, to: b}
                """));
        assertThat(refused).hasMessageContaining("line 5").hasMessageNotContaining("hunter2");
    }

    private ProfileVersion first() {
        return world.acme()
                .drafts()
                .publish(
                        draft(
                                        Optional.empty(),
                                        needed("endpoint"),
                                        parameter("password", ParameterType.SECRET),
                                        choice("size", "small", "large"),
                                        parameter("comment", ParameterType.STRING))
                                .id(),
                        PublishRequest.builder().build());
    }

    private static Parameter[] second() {
        return new Parameter[] {
            parameter("host", ParameterType.STRING),
            number("port", 5432),
            parameter("admin_password", ParameterType.SECRET),
            choice("tier", "dev", "prod"),
            number("retries", 3)
        };
    }

    private Instantiation deployed(ProfileVersion version) {
        return deployed(version, "db.acme.dev:5432", "large");
    }

    private Instantiation deployed(ProfileVersion version, String endpoint, String size) {
        return World.deploy(world.acme(), request(version, endpoint, size));
    }

    private static InstantiateRequest request(ProfileVersion version, String endpoint, String size) {
        return InstantiateRequest.builder()
                .profile(version.profileId())
                .cluster("staging")
                .bind("endpoint", endpoint)
                .bindSecret("password", new SecretRef("vault", "database"))
                .bind("size", size)
                .bind("comment", "first of its kind")
                .build();
    }

    private UpdatePreview preview(UpdateRequest request) {
        return world.acme().instantiations().preview(request);
    }

    private List<Instantiation> instances(ProfileVersion version) {
        return world.acme()
                .instantiations()
                .list(version.profileId(), PageRequest.first())
                .items();
    }

    private ProfileVersion publish(ProfileVersion before, PublishRequest request, Parameter... parameters) {
        return publish(draft(before, parameters), request);
    }

    private ProfileVersion publish(ProfileDraft draft, PublishRequest request) {
        return world.acme().drafts().publish(draft.id(), request);
    }

    private ProfileDraft draft(ProfileVersion before, Parameter... parameters) {
        return draft(Optional.of(before), parameters);
    }

    /** A draft of a stack that uses each of the parameters. */
    private ProfileDraft draft(Optional<ProfileVersion> before, Parameter... parameters) {
        ProfileDraft draft = world.acme()
                .drafts()
                .create(before.map(version -> CreateDraftRequest.of(version.profileId()))
                        .orElseGet(() -> CreateDraftRequest.blank("shop")));
        return world.acme()
                .drafts()
                .edit(
                        draft.id(),
                        1,
                        List.of(new DraftEdit.ReplaceAll(stack(parameters), Arrays.asList(parameters), List.of())));
    }

    private static StackSpec stack(Parameter... parameters) {
        StringBuilder settings =
                new StringBuilder("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\ndata:\n");
        StringBuilder secrets =
                new StringBuilder("apiVersion: v1\nkind: Secret\nmetadata: {name: shop}\nstringData:\n");
        for (Parameter parameter : parameters) {
            boolean secret = parameter.type() == ParameterType.SECRET;
            (secret ? secrets : settings)
                    .append("  ")
                    .append(secret ? "password" : parameter.name())
                    .append(": \"${{ parameters.")
                    .append(parameter.name())
                    .append(" }}\"\n");
        }
        StackBuilder stack = StackBuilder.stack().manifest("settings", settings.toString());
        return (secrets.toString().endsWith("stringData:\n") ? stack : stack.manifest("secrets", secrets.toString()))
                .build();
    }

    private static Parameter parameter(String name, ParameterType type) {
        return Parameter.builder().name(name).type(type).build();
    }

    private static Parameter needed(String name) {
        return Parameter.builder()
                .name(name)
                .type(ParameterType.STRING)
                .required(true)
                .build();
    }

    private static Parameter number(String name, long value) {
        return Parameter.builder()
                .name(name)
                .type(ParameterType.NUMBER)
                .defaultValue(ParameterValue.of(value))
                .build();
    }

    private static Parameter choice(String name, String... values) {
        return Parameter.builder()
                .name(name)
                .type(ParameterType.ENUM)
                .addEnumValues(values)
                .build();
    }
}

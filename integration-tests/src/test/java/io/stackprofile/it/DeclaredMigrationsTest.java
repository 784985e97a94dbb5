package io.stackprofile.it;

import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;
import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.draft.CreateDraftRequest;
import io.stackprofile.draft.DraftEdit;
import io.stackprofile.draft.ProfileDraft;
import io.stackprofile.draft.PublishRequest;
import io.stackprofile.draft.SuggestRequest;
import io.stackprofile.draft.SuggestionSummary;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.instantiation.InstantiateRequest;
import io.stackprofile.instantiation.Instantiation;
import io.stackprofile.instantiation.StackDraft;
import io.stackprofile.instantiation.UpdatePreview;
import io.stackprofile.instantiation.UpdateRequest;
import io.stackprofile.parameter.BindingMigration;
import io.stackprofile.parameter.MigrationStep.EarlierDefault;
import io.stackprofile.parameter.MigrationStep.MapValues;
import io.stackprofile.parameter.MigrationStep.Merge;
import io.stackprofile.parameter.MigrationStep.Rename;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.spi.store.InstantiationRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a migration has to be to be published, and that no secret comes out of it. */
class DeclaredMigrationsTest extends FollowedProfile {

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
        assertFails(ErrorCode.INVALID_REQUEST, () -> publish(ofNoProfile, ON_BETA));
        assertFails(
                ErrorCode.LIMIT_EXCEEDED,
                () -> publish(
                        draft,
                        PublishRequest.builder()
                                .migration(BindingMigration.of(
                                        new EarlierDefault("host", ParameterValue.of("x".repeat(70_000)))))
                                .build()));
        assertThat(publish(draft, ON_BETA).migration()).isEqualTo(SECOND);
        assertThat(world.acme().profiles().version(one.profileId(), 2).migration())
                .isEqualTo(SECOND);
        ProfileVersion three = publish(one, PublishRequest.builder().build(), second());
        assertThat(three.version()).isEqualTo(3);
        assertThat(three.digest())
                .as("the migration is no part of the digest")
                .isEqualTo(world.acme().profiles().version(one.profileId(), 2).digest());
    }

    @Test
    void theOwnerDeclaresTheMigrationOfASuggestion() {
        ProfileVersion one = first();
        world.acme().profiles().share(one.profileId(), 1, "globex");
        ProfileDraft draft = world.as("globex").drafts().create(CreateDraftRequest.of(one.profileId()));
        ProfileDraft edited = world.as("globex")
                .drafts()
                .edit(draft.id(), 1, List.of(new DraftEdit.RenameParameter("endpoint", "address")));
        SuggestionSummary suggestion = world.as("globex")
                .suggestions()
                .submit(SuggestRequest.builder()
                        .draft(draft.id())
                        .revision(edited.revision())
                        .build())
                .summary();

        assertFails(
                ErrorCode.INVALID_DRAFT,
                () -> world.acme().suggestions().approve(suggestion.id(), suggestion.revision(), ON_BETA));
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
}

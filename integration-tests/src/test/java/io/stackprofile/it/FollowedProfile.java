package io.stackprofile.it;

import io.stackprofile.PageRequest;
import io.stackprofile.draft.CreateDraftRequest;
import io.stackprofile.draft.DraftEdit;
import io.stackprofile.draft.ProfileDraft;
import io.stackprofile.draft.PublishRequest;
import io.stackprofile.instantiation.InstantiateRequest;
import io.stackprofile.instantiation.Instantiation;
import io.stackprofile.instantiation.UpdatePreview;
import io.stackprofile.instantiation.UpdateRequest;
import io.stackprofile.parameter.BindingMigration;
import io.stackprofile.parameter.MigrationStep.EarlierDefault;
import io.stackprofile.parameter.MigrationStep.MapValues;
import io.stackprofile.parameter.MigrationStep.Rename;
import io.stackprofile.parameter.MigrationStep.Split;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.parameter.SecretRef;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.testkit.fixture.StackBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A profile whose second version splits, renames and maps what its first asks; instances of the first. */
abstract class FollowedProfile extends OverEachStore {

    static final Split ENDPOINT = new Split("endpoint", List.of("host", "port"), "([^:]+):([0-9]+)");
    static final BindingMigration SECOND = BindingMigration.of(
            ENDPOINT,
            new Rename("password", "admin_password"),
            new MapValues("size", "tier", Map.of("large", ParameterValue.of("prod"))),
            new EarlierDefault("retries", ParameterValue.of(1)));

    static final PublishRequest ON_BETA =
            PublishRequest.builder().channel("beta").migration(SECOND).build();

    ProfileVersion first() {
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

    static Parameter[] second() {
        return new Parameter[] {
            parameter("host", ParameterType.STRING),
            number("port", 5432),
            parameter("admin_password", ParameterType.SECRET),
            choice("tier", "dev", "prod"),
            number("retries", 3)
        };
    }

    Instantiation deployed(ProfileVersion version) {
        return deployed(version, "db.acme.dev:5432", "large");
    }

    Instantiation deployed(ProfileVersion version, String endpoint, String size) {
        return World.deploy(world.acme(), request(version, endpoint, size));
    }

    static InstantiateRequest request(ProfileVersion version, String endpoint, String size) {
        return InstantiateRequest.builder()
                .profile(version.profileId())
                .cluster("staging")
                .bind("endpoint", endpoint)
                .bindSecret("password", new SecretRef("vault", "database"))
                .bind("size", size)
                .bind("comment", "first of its kind")
                .build();
    }

    UpdatePreview preview(UpdateRequest request) {
        return world.acme().instantiations().preview(request);
    }

    List<Instantiation> instances(ProfileVersion version) {
        return world.acme()
                .instantiations()
                .list(version.profileId(), PageRequest.first())
                .items();
    }

    ProfileVersion publish(ProfileVersion before, PublishRequest request, Parameter... parameters) {
        return publish(draft(before, parameters), request);
    }

    ProfileVersion publish(ProfileDraft draft, PublishRequest request) {
        return world.acme().drafts().publish(draft.id(), request);
    }

    ProfileDraft draft(ProfileVersion before, Parameter... parameters) {
        return draft(Optional.of(before), parameters);
    }

    /** A draft of a stack that uses each of the parameters. */
    ProfileDraft draft(Optional<ProfileVersion> before, Parameter... parameters) {
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

    static StackSpec stack(Parameter... parameters) {
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

    static Parameter parameter(String name, ParameterType type) {
        return Parameter.builder().name(name).type(type).build();
    }

    static Parameter needed(String name) {
        return Parameter.builder()
                .name(name)
                .type(ParameterType.STRING)
                .required(true)
                .build();
    }

    static Parameter number(String name, long value) {
        return Parameter.builder()
                .name(name)
                .type(ParameterType.NUMBER)
                .defaultValue(ParameterValue.of(value))
                .build();
    }

    static Parameter choice(String name, String... values) {
        return Parameter.builder()
                .name(name)
                .type(ParameterType.ENUM)
                .addEnumValues(values)
                .build();
    }
}

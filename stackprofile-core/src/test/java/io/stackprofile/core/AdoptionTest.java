package io.stackprofile.core;

import static io.stackprofile.core.QuayStack.edited;
import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;
import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.PageRequest;
import io.stackprofile.draft.CreateDraftRequest;
import io.stackprofile.draft.DraftEdit;
import io.stackprofile.draft.ProfileDraft;
import io.stackprofile.draft.PublishRequest;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Finding;
import io.stackprofile.error.ValidationException;
import io.stackprofile.instantiation.AdoptRequest;
import io.stackprofile.instantiation.Adoption;
import io.stackprofile.instantiation.Instantiation;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.instantiation.Instantiations;
import io.stackprofile.instantiation.MemberDrift;
import io.stackprofile.instantiation.StackDraft;
import io.stackprofile.instantiation.UpdateRequest;
import io.stackprofile.parameter.Binding;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.SecretRef;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.stack.StackSpec;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdoptionTest {

    private final EngineFixture fixture = new EngineFixture();
    private final Instantiations instantiations = fixture.acme().instantiations();
    private final ProfileVersion version = parameterised();

    /** The planner's replicas and the database's host are parameters, the latter between fixed texts. */
    private ProfileVersion parameterised() {
        ProfileVersion first = QuayStack.first(fixture);
        ProfileDraft draft = fixture.acme().drafts().create(CreateDraftRequest.of(first.profileId()));
        List<DraftEdit> edits = List.of(
                new DraftEdit.PutParameter(Parameter.builder()
                        .name("replicas")
                        .type(ParameterType.NUMBER)
                        .required(true)
                        .build()),
                new DraftEdit.PutParameter(Parameter.builder()
                        .name("release")
                        .type(ParameterType.STRING)
                        .required(true)
                        .build()),
                new DraftEdit.PutMember(edited(
                                edited(
                                        first.spec(),
                                        QuayStack.PLANNER,
                                        "replicas: 2",
                                        "replicas: ${{ parameters.replicas }}"),
                                QuayStack.PLANNER,
                                "planner:1.4.0",
                                "planner:${{ parameters.release }}")
                        .find(QuayStack.PLANNER)
                        .orElseThrow()));
        fixture.acme().drafts().edit(draft.id(), draft.revision(), edits);
        return fixture.acme()
                .drafts()
                .publish(draft.id(), PublishRequest.builder().build());
    }

    @BeforeEach
    void theStackRunsOnStaging() {
        StackSpec running = edited(QuayStack.spec(), QuayStack.PLANNER, "replicas: 2", "replicas: 7");
        fixture.staging.put("quay", edited(running, QuayStack.SETTINGS, "mode: steady", "mode: storm"));
    }

    @Test
    void aRunningStackBecomesAnInstanceWithTheValuesItRunsWithAndIsLeftAsItWas() {
        StackSpec before = QuayStack.standing(fixture.staging);

        Adoption adoption = instantiations.adopt(request(version).build());

        Instantiation adopted = adoption.instantiation();
        assertThat(adopted.status()).isEqualTo(InstantiationStatus.DEPLOYED);
        assertThat(adoption.inferred()).containsExactlyInAnyOrder("replicas", "release");
        assertThat(adopted.bindings())
                .filteredOn(binding -> adoption.inferred().contains(binding.parameter()))
                .extracting(binding -> binding.parameter() + "="
                        + binding.value().orElseThrow().text())
                .containsExactlyInAnyOrder("replicas=7", "release=1.4.0");
        assertThat(adoption.drift().members())
                .filteredOn(member -> member.state() != MemberDrift.State.AS_DEPLOYED)
                .flatExtracting(MemberDrift::paths)
                .extracting(path -> path.path() + " " + path.expected().orElse("") + " "
                        + path.actual().orElse(""))
                .containsExactly("/data/mode \"steady\" \"storm\"");
        assertThat(QuayStack.standing(fixture.staging)).isEqualTo(before);
        assertThat(fixture.staging.draftCount()).isZero();
        assertThat(instantiations.get(adopted.id())).isEqualTo(adopted);
        assertAbsent("the adoption", adoption + adoption.drift().members().toString(), List.of(QuayStack.PASSWORD));
    }

    @Test
    void anAdoptedInstanceIsUpdatedInPlaceAndCountsAsOutdated() {
        Adoption adoption = instantiations.adopt(request(version).build());
        QuayStack.next(fixture, version, edited(QuayStack.spec(), QuayStack.SETTINGS, "neap", "spring"));

        StackDraft update =
                instantiations.update(UpdateRequest.of(adoption.instantiation().id()));

        assertThat(update.spec().find(QuayStack.SETTINGS).orElseThrow().text().orElseThrow())
                .contains("mode: storm", "tide: \"spring\"");
        assertThat(instantiations
                        .outdated(version.profileId(), PageRequest.first())
                        .items())
                .extracting(Instantiation::id)
                .containsExactly(adoption.instantiation().id());
        assertAbsent("the update", ShopStack.shown(update, update.spec()), List.of(QuayStack.PASSWORD));
    }

    @Test
    void aStackThatHasAnInstanceOfTheProfileIsNotAdoptedAgain() {
        instantiations.adopt(request(version).build());

        assertThat(assertFails(
                        ErrorCode.WRONG_STATE,
                        () -> instantiations.adopt(request(version).build())))
                .hasMessageContaining("on stack 'quay' already");
        assertThat(instantiations.list(version.profileId(), PageRequest.first()).items())
                .hasSize(1);
    }

    @Test
    void aSecretIsAskedSinceItIsNeverReadFromTheStack() {
        ValidationException asked = (ValidationException) assertFails(
                ErrorCode.INVALID_BINDING,
                () -> instantiations.adopt(AdoptRequest.builder()
                        .profile(version.profileId())
                        .cluster("staging")
                        .build()));

        assertThat(asked.findings()).hasSize(1);
        assertThat(asked.findings()).extracting(Finding::message).allMatch(message -> message.contains("password"));
        assertAbsent("the refusal", asked.toString(), List.of(QuayStack.PASSWORD));
    }

    @Test
    void aStackThatDoesNotExistIsNotAdopted() {
        assertFails(
                ErrorCode.NOT_FOUND,
                () -> instantiations.adopt(request(version).stack("pier").build()));
    }

    private static AdoptRequest.Builder request(ProfileVersion version) {
        AdoptRequest.Builder request = AdoptRequest.builder();
        request.profile(version.profileId()).cluster("staging").version(version.version());
        version.parameters().stream()
                .filter(parameter -> parameter.type() == ParameterType.SECRET)
                .forEach(parameter -> request.addBinding(
                        Binding.of(parameter.name(), new SecretRef("vault", "quay/" + parameter.name()))));
        return request;
    }
}

package io.stackprofile.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.stackprofile.draft.CreateDraftRequest;
import io.stackprofile.draft.DraftEdit;
import io.stackprofile.draft.DraftValidation;
import io.stackprofile.draft.ProfileDraft;
import io.stackprofile.error.Finding;
import io.stackprofile.instantiation.InstantiateRequest;
import io.stackprofile.instantiation.StackDraft;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.StackSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Placeholders outside a member's text: in its namespace, its chart and its repository. */
class MemberFieldsTest {

    private final EngineFixture fixture = new EngineFixture();

    @Test
    void variablesInFieldsBecomeParametersAndWhatLooksLikeAPlaceholderComesBackAsItWas() {
        Addon addon = ingress("${{ ankra.EDGE }}", "edge-${{ parameters.odd }}");
        fixture.prod.put("shop", StackSpec.builder().addMembers(addon).build(), Map.of("EDGE", "edge"));

        ProfileVersion version = fixture.captureShop();
        StackDraft draft = fixture.acme()
                .instantiations()
                .create(InstantiateRequest.builder()
                        .profile(version.profileId())
                        .cluster("staging")
                        .bind("EDGE", "front")
                        .build());
        fixture.acme().instantiations().commit(draft.id());

        assertThat(version.spec().addons().get(0).namespace()).contains("${{ parameters.EDGE }}");
        assertThat(fixture.staging.read("shop").orElseThrow().spec().members())
                .containsExactly(ingress("front", "edge-${{ parameters.odd }}"));
    }

    @Test
    void aPlaceholderInAFieldIsValidatedAndCountsAsUse() {
        ProfileDraft draft = fixture.acme().drafts().create(CreateDraftRequest.blank("tiny"));
        fixture.acme()
                .drafts()
                .edit(
                        draft.id(),
                        1,
                        List.of(
                                new DraftEdit.PutMember(
                                        ingress("${{ parameters.namespace }}", "${{ parameters.registyr }}")),
                                put("namespace"),
                                put("registry")));

        DraftValidation validation = fixture.acme().drafts().validate(draft.id());

        assertThat(validation.publishable()).isFalse();
        assertThat(validation.findings())
                .extracting(Finding::code, Finding::message)
                .containsExactly(
                        tuple("unknown-parameter", "there is no parameter registyr"),
                        tuple("unused-parameter", "parameter 'registry' is used nowhere"));
    }

    private static DraftEdit put(String name) {
        return new DraftEdit.PutParameter(Parameter.builder()
                .name(name)
                .type(ParameterType.STRING)
                .defaultValue(ParameterValue.of("edge"))
                .build());
    }

    private static Addon ingress(String namespace, String registry) {
        return Addon.builder()
                .name("ingress-nginx")
                .chartName("ingress-nginx")
                .chartVersion("4.11.3")
                .registryName(registry)
                .namespace(namespace)
                .build();
    }
}

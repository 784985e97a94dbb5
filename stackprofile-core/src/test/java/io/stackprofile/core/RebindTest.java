package io.stackprofile.core;

import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.instantiation.InstantiateRequest;
import io.stackprofile.instantiation.Instantiations;
import io.stackprofile.instantiation.KeptDraft;
import io.stackprofile.instantiation.RebindRequest;
import io.stackprofile.instantiation.StackDraft;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.SecretRef;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RebindTest {

    private final EngineFixture fixture = new EngineFixture();
    private final Instantiations instantiations = fixture.acme().instantiations();
    private final StackDraft draft = drafted(fixture.captureShop());

    @Test
    void aDraftTakesOtherValuesAndKeepsTheRest() {
        StackDraft rebound = instantiations.rebind(RebindRequest.builder()
                .draft(draft.id())
                .bind("REGION", "eu-west-3")
                .build());

        assertThat(text(rebound))
                .contains("region: eu-west-3\n")
                .contains("host: www.shop.northwind-freight.example\n");
        assertThat(rebound.id()).isEqualTo(draft.id());
        assertThat(rebound.instantiationId()).isEqualTo(draft.instantiationId());
        assertThat(instantiations.draft(draft.id())).isEqualTo(rebound);
        assertThat(fixture.staging.findDraft(draft.id()).orElseThrow().spec()).isEqualTo(rebound.spec());
        instantiations.commit(draft.id());
        assertThat(fixture.staging.read("shop").orElseThrow().spec().find(MemberRef.manifest("configuration")))
                .flatMap(Member::text)
                .hasValueSatisfying(text -> assertThat(text).contains("region: eu-west-3"));
    }

    @Test
    void whatDoesNotFitIsRefusedAndTheDraftStays() {
        StackProfileException refused = assertFails(
                ErrorCode.INVALID_BINDING,
                () -> instantiations.rebind(RebindRequest.builder()
                        .draft(draft.id())
                        .bind("REGIN", "eu-west-3")
                        .build()));

        assertThat(refused).hasMessageContaining("REGIN");
        assertThat(instantiations.draft(draft.id())).isEqualTo(draft);
    }

    @Test
    void aCommittedDraftIsNotRebound() {
        instantiations.commit(draft.id());

        assertFails(
                ErrorCode.WRONG_STATE,
                () -> instantiations.rebind(
                        RebindRequest.builder().draft(draft.id()).build()));
    }

    @Test
    void theDraftsThatAClusterKeepsAreListedWithTheInstancesThatThisOrganisationKnows() {
        assertThat(instantiations.drafts("staging"))
                .containsExactly(new KeptDraft(draft.id(), "shop", Optional.of(draft.instantiationId())));
        assertThat(fixture.globex().instantiations().drafts("staging"))
                .containsExactly(new KeptDraft(draft.id(), "shop", Optional.empty()));
        assertThat(instantiations.drafts("prod")).isEqualTo(List.of());
    }

    private StackDraft drafted(ProfileVersion version) {
        InstantiateRequest.Builder request = InstantiateRequest.builder();
        request.profile(version.profileId()).cluster("staging").bind("REGION", "eu-north-1");
        version.parameters().stream()
                .filter(parameter -> parameter.type() == ParameterType.SECRET)
                .forEach(parameter -> request.bindSecret(parameter.name(), new SecretRef("vault", parameter.name())));
        return instantiations.create(request.build());
    }

    private static String text(StackDraft of) {
        return of.spec()
                .find(MemberRef.manifest("configuration"))
                .flatMap(Member::text)
                .orElseThrow();
    }
}

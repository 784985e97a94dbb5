package io.stackprofile.core;

import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;
import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.CallOptions;
import io.stackprofile.Limits;
import io.stackprofile.draft.CreateDraftRequest;
import io.stackprofile.draft.DraftEdit;
import io.stackprofile.draft.ProfileDraft;
import io.stackprofile.draft.PublishRequest;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.instantiation.InstantiateRequest;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.SecretRef;
import io.stackprofile.profile.ProfileChanges;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.stack.StackSpec;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OddInputTest {

    private final EngineFixture fixture = new EngineFixture();

    @Test
    void aTimeLimitBeyondAllTimeIsNone() {
        CallOptions options =
                CallOptions.builder().timeout(ChronoUnit.FOREVER.getDuration()).build();

        assertThat(fixture.acme()
                        .with(options)
                        .profiles()
                        .capture(EngineFixture.shop().build())
                        .version())
                .isEqualTo(1);
    }

    @Test
    void variablesWhoseLongNamesBecomeTheSameGetParametersOfTheirOwn() {
        String name = "V".repeat(62);
        fixture.prod.put(
                "shop",
                StackSpec.builder().addMembers(ShopStack.namespace()).build(),
                Map.of(name + "-EAST", "eu-east-1", name + "-WEST", "eu-west-1"));

        ProfileVersion version = fixture.captureShop();

        assertThat(version.parameters())
                .extracting(Parameter::name)
                .containsExactlyInAnyOrder(name + "_", name.substring(0, 61) + "_2");
    }

    @Test
    void moreParametersThanTheLimitAreNotKept() {
        EngineFixture small = new EngineFixture(Limits.builder().parameters(1).build());
        ProfileDraft draft = small.acme().drafts().create(CreateDraftRequest.blank("tiny"));

        assertFails(
                ErrorCode.LIMIT_EXCEEDED,
                () -> small.acme().drafts().edit(draft.id(), 1, List.of(put("first"), put("second"))));
    }

    @Test
    void aParameterGivenTwiceIsRefusedAndNotDropped() {
        ProfileDraft draft = fixture.acme().drafts().create(CreateDraftRequest.blank("tiny"));
        StackSpec spec = StackSpec.builder().addMembers(ShopStack.namespace()).build();

        assertFails(
                ErrorCode.INVALID_REQUEST,
                () -> fixture.acme()
                        .drafts()
                        .edit(
                                draft.id(),
                                1,
                                List.of(new DraftEdit.ReplaceAll(
                                        spec, List.of(parameter("zone"), parameter("zone")), List.of()))));
    }

    @Test
    void aTokenInAChangelogIsNotPublished() {
        ProfileDraft draft = fixture.acme()
                .drafts()
                .create(CreateDraftRequest.of(fixture.captureShop().profileId()));
        PublishRequest request = PublishRequest.builder()
                .changelog("Rotated " + ShopStack.GITHUB_TOKEN + " out.")
                .build();

        StackProfileException refused = assertFails(
                ErrorCode.SECRET_EXPOSED, () -> fixture.acme().drafts().publish(draft.id(), request));

        assertAbsent(refused, ShopStack.CANARIES);
    }

    @Test
    void aTokenInAProfilesDescriptionOrTagsIsNotKept() {
        ProfileVersion version = fixture.captureShop();
        for (ProfileChanges changes : List.of(
                ProfileChanges.builder()
                        .description("Use " + ShopStack.GITHUB_TOKEN)
                        .build(),
                ProfileChanges.builder().category(ShopStack.GITHUB_TOKEN).build(),
                ProfileChanges.builder().tags(List.of(ShopStack.GITHUB_TOKEN)).build())) {
            assertFails(
                    ErrorCode.SECRET_EXPOSED, () -> fixture.acme().profiles().update(version.profileId(), changes));
        }
    }

    @Test
    void aTokenBoundAsAPlainValueOrAsAReferenceIsNotStored() {
        ProfileVersion version = fixture.captureShop();
        InstantiateRequest.Builder plain = InstantiateRequest.builder();
        plain.profile(version.profileId()).cluster("staging").bind("BASE_DOMAIN", ShopStack.GITHUB_TOKEN);
        InstantiationsTest.bindAll(plain, version);
        InstantiateRequest.Builder reference = InstantiateRequest.builder();
        reference.profile(version.profileId()).cluster("staging").bind("REGION", "eu-north-1");
        version.parameters().stream()
                .filter(parameter -> parameter.type() == ParameterType.SECRET)
                .forEach(parameter ->
                        reference.bindSecret(parameter.name(), new SecretRef("vault", ShopStack.GITHUB_TOKEN)));

        for (InstantiateRequest.Builder request : List.of(plain, reference)) {
            StackProfileException refused = assertFails(
                    ErrorCode.SECRET_EXPOSED,
                    () -> fixture.acme().instantiations().create(request.build()));
            assertAbsent(refused, ShopStack.CANARIES);
        }
        assertThat(fixture.staging.draftCount()).isZero();
    }

    private static DraftEdit put(String name) {
        return new DraftEdit.PutParameter(parameter(name));
    }

    private static Parameter parameter(String name) {
        return Parameter.builder().name(name).type(ParameterType.STRING).build();
    }
}

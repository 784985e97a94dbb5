package io.stackprofile.core;

import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;
import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.CallOptions;
import io.stackprofile.Limits;
import io.stackprofile.PageRequest;
import io.stackprofile.Role;
import io.stackprofile.capture.CaptureRequest;
import io.stackprofile.capture.CaptureVersionRequest;
import io.stackprofile.capture.Redaction;
import io.stackprofile.capture.Residual;
import io.stackprofile.capture.RoundTrip;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.profile.ProfileQuery;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.testkit.RecordingProgress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CaptureTest {

    private final EngineFixture fixture = new EngineFixture();

    @Test
    void aCaptureBecomesVersionOneWithEveryMemberAndEdge() {
        ProfileVersion version = fixture.captureShop();

        assertThat(version.version()).isEqualTo(1);
        assertThat(version.channel()).isEqualTo("stable");
        assertThat(version.spec().members())
                .extracting(Member::ref)
                .containsExactlyElementsOf(
                        ShopStack.spec().members().stream().map(Member::ref).toList());
        assertThat(version.spec().members())
                .extracting(Member::parents)
                .containsExactlyElementsOf(
                        ShopStack.spec().members().stream().map(Member::parents).toList());
        assertThat(version.provenance().cluster()).contains("prod");
        assertThat(version.provenance().createdBy()).isEqualTo("alice");
    }

    @Test
    void everySecretBecomesARequiredParameterAndIsInNoOutput() {
        ProfileVersion version = fixture.captureShop();

        assertThat(version.parameters())
                .filteredOn(parameter -> parameter.type() == ParameterType.SECRET)
                .hasSizeGreaterThanOrEqualTo(4)
                .allMatch(Parameter::required);
        assertThat(version.report().redactions())
                .extracting(Redaction::parameter)
                .allMatch(Optional::isPresent);
        assertAbsent("the version", ShopStack.shown(version, version.spec()), ShopStack.CANARIES);
        assertAbsent(
                "the export",
                fixture.acme().profiles().exportIac(version.profileId(), 1).content(),
                ShopStack.CANARIES);
    }

    @Test
    void theSamePasswordInTwoMembersIsOneParameter() {
        ProfileVersion version = fixture.captureShop();

        assertThat(version.report().redactions())
                .filteredOn(redaction ->
                        redaction.location().member().equals(Optional.of(MemberRef.manifest("configuration"))))
                .extracting(redaction -> redaction.parameter().orElseThrow())
                .containsExactly(version.report().redactions().stream()
                        .filter(redaction -> redaction.location().path().equals(Optional.of("/data/password")))
                        .findFirst()
                        .flatMap(Redaction::parameter)
                        .orElseThrow());
    }

    @Test
    void whatIsNoSecretStaysByteForByte() {
        ProfileVersion version = fixture.captureShop();

        assertThat(text(version, MemberRef.manifest("namespace")))
                .isEqualTo(ShopStack.namespace().content());
        assertThat(text(version, MemberRef.manifest("web")))
                .contains("replicas: 1   # one a zone")
                .contains("valueFrom: {secretKeyRef: {name: shop-db, key: password}}");
        assertThat(text(version, MemberRef.manifest("credentials"))).contains("   # rotated in March");
        assertThat(text(version, MemberRef.manifest("configuration")))
                .contains("  mode: 0644\n")
                .contains("spring.datasource.url=jdbc:postgresql://db.shop:5432/shop\n");
    }

    @Test
    void aVersionSaysWhetherBindingGivesItsSourceBack() {
        ProfileVersion version = fixture.captureShop();

        RoundTrip proof = version.report().roundTrip().orElseThrow();
        assertThat(proof.residuals()).isEmpty();
        assertThat(proof.members()).isEqualTo(6);
        assertThat(proof.commentsBefore()).isPositive().isEqualTo(proof.commentsAfter());
        assertThat(fixture.acme()
                        .profiles()
                        .version(version.profileId(), 1)
                        .report()
                        .roundTrip())
                .contains(proof);
    }

    @Test
    void whatDoesNotComeBackIsSaidByItsPlace() {
        fixture.prod.put(
                "pins",
                StackSpec.of(
                        Optional.empty(),
                        List.of(ShopStack.manifest(
                                "pins", "apiVersion: v1\nkind: Door\nspec: {password: 48210077}\n"))),
                Map.of());

        ProfileVersion version = fixture.acme()
                .profiles()
                .capture(CaptureRequest.builder()
                        .name("pins")
                        .cluster("prod")
                        .stack("pins")
                        .build());

        RoundTrip proof = version.report().roundTrip().orElseThrow();
        assertThat(proof.exact()).isFalse();
        assertThat(proof.residuals()).extracting(Residual::kind).containsExactly(Residual.Kind.TYPE);
        assertThat(proof.residuals().get(0).location().describe()).isEqualTo("manifest/pins, /spec/password, line 3");
    }

    @Test
    void variablesBecomeParametersAndLookalikesAreEscaped() {
        ProfileVersion version = fixture.captureShop();

        assertThat(version.parameters())
                .filteredOn(parameter -> parameter.name().equals("BASE_DOMAIN"))
                .singleElement()
                .satisfies(parameter -> assertThat(
                                parameter.defaultValue().orElseThrow().text())
                        .isEqualTo("shop.northwind-freight.example"));
        assertThat(version.parameters())
                .filteredOn(parameter -> parameter.name().equals("REGION"))
                .singleElement()
                .satisfies(parameter -> assertThat(parameter.required()).isTrue());
        assertThat(text(version, MemberRef.manifest("configuration")))
                .contains("host: www.${{ parameters.BASE_DOMAIN }}")
                .contains("$${{ parameters.name }}");
    }

    @Test
    void withoutConfigurationsAddonsHaveNoValuesAndTheNextVersionInheritsThat() {
        ProfileVersion first = fixture.acme()
                .profiles()
                .capture(CaptureRequest.builder()
                        .name("bare")
                        .cluster("prod")
                        .stack("shop")
                        .build());
        ProfileVersion second = fixture.acme()
                .profiles()
                .captureVersion(
                        first.profileId(), CaptureVersionRequest.builder().build());

        assertThat(first.spec().addons()).allMatch(addon -> addon.values().isEmpty());
        assertThat(second.spec()).isEqualTo(first.spec());
        assertThat(second.digest()).isEqualTo(first.digest());
        assertThat(second.version()).isEqualTo(2);
    }

    @Test
    void theNextVersionKeepsParameterNamesByPlace() {
        ProfileVersion first = fixture.captureShop();
        fixture.prod.put(
                "shop",
                ShopStack.spec().with(ShopStack.web(3)).with(ShopStack.manifest("a-first", """
                                apiVersion: v1
                                kind: Secret
                                metadata: {name: shop-db, namespace: elsewhere}
                                stringData: {password: another-Long-0ne}
                                """)),
                ShopStack.VARIABLES);

        ProfileVersion second = fixture.acme()
                .profiles()
                .captureVersion(
                        first.profileId(), CaptureVersionRequest.builder().build());

        assertThat(text(second, MemberRef.manifest("credentials")))
                .isEqualTo(text(first, MemberRef.manifest("credentials")));
        assertThat(text(second, MemberRef.addon("grafana"))).isEqualTo(text(first, MemberRef.addon("grafana")));
    }

    @Test
    void aRepeatWithItsRequestKeyReturnsTheFirstResult() {
        ProfileVersion first = fixture.acme()
                .profiles()
                .capture(EngineFixture.shop().requestKey("k1").build());
        ProfileVersion again = fixture.acme()
                .profiles()
                .capture(EngineFixture.shop().requestKey("k1").build());

        assertThat(again).isEqualTo(first);
        assertThat(fixture.acme().profiles().count(ProfileQuery.all())).isEqualTo(1);
    }

    @Test
    void aTakenNameAnUnknownStackAndAnUnknownClusterAreRefusedAndNothingIsStored() {
        fixture.captureShop();

        assertFails(ErrorCode.NAME_TAKEN, () -> fixture.captureShop());
        StackProfileException stack = assertFails(
                ErrorCode.NOT_FOUND,
                () -> fixture.acme()
                        .profiles()
                        .capture(CaptureRequest.builder()
                                .name("other")
                                .cluster("prod")
                                .stack("shoop")
                                .build()));
        assertThat(stack.remedy()).contains("shop");
        assertFails(
                ErrorCode.NOT_FOUND,
                () -> fixture.acme()
                        .profiles()
                        .capture(CaptureRequest.builder()
                                .name("other")
                                .cluster("nowhere")
                                .stack("shop")
                                .build()));
        assertThat(fixture.acme().profiles().count(ProfileQuery.all())).isEqualTo(1);
    }

    @Test
    void malformedYamlNamesMemberAndLineAndRepeatsNothing() {
        fixture.prod.put(
                "broken",
                StackSpec.builder()
                        .addMembers(
                                ShopStack.manifest("bad", "password: " + ShopStack.GRAFANA_PASSWORD + "\n  - x: [\n"))
                        .build());

        StackProfileException failure = assertFails(
                ErrorCode.MALFORMED,
                () -> fixture.acme()
                        .profiles()
                        .capture(CaptureRequest.builder()
                                .name("broken")
                                .cluster("prod")
                                .stack("broken")
                                .build()));

        assertThat(failure.getMessage()).contains("manifest/bad").contains("line 2");
        assertAbsent(failure, ShopStack.CANARIES);
        assertThat(fixture.acme()
                        .profiles()
                        .list(ProfileQuery.all(), PageRequest.first())
                        .items())
                .isEmpty();
    }

    @Test
    void limitsAreKept() {
        EngineFixture small = new EngineFixture(Limits.builder().memberSize(200).build());

        StackProfileException failure = assertFails(ErrorCode.LIMIT_EXCEEDED, small::captureShop);

        assertThat(failure.getMessage()).contains("200");
    }

    @Test
    void aViewerMayNotCapture() {
        assertFails(
                ErrorCode.ACCESS_DENIED,
                () -> fixture.acme(Role.VIEWER)
                        .profiles()
                        .capture(EngineFixture.shop().build()));
    }

    @Test
    void progressIsToldAndACancelledCallStoresNothing() {
        RecordingProgress progress = new RecordingProgress();
        fixture.acme()
                .with(CallOptions.progress(progress))
                .profiles()
                .capture(EngineFixture.shop().build());
        assertThat(progress.steps()).contains("read", "clean", "redact", "store");

        CallOptions cancelled = CallOptions.builder().cancelled(() -> true).build();
        assertFails(
                ErrorCode.CANCELLED,
                () -> fixture.acme()
                        .with(cancelled)
                        .profiles()
                        .capture(CaptureRequest.builder()
                                .name("never")
                                .cluster("prod")
                                .stack("shop")
                                .build()));
        assertThat(fixture.acme().profiles().count(ProfileQuery.all())).isEqualTo(1);
    }

    private static String text(ProfileVersion version, MemberRef ref) {
        return version.spec().find(ref).flatMap(Member::text).orElseThrow();
    }
}

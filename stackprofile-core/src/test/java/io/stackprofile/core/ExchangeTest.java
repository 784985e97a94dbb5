package io.stackprofile.core;

import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;
import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.Digest;
import io.stackprofile.capture.CaptureVersionRequest;
import io.stackprofile.core.internal.digest.ContentDigest;
import io.stackprofile.diff.Change;
import io.stackprofile.diff.MemberDiff;
import io.stackprofile.diff.ValueChange;
import io.stackprofile.diff.VersionDiff;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.iac.IacExport;
import io.stackprofile.iac.ImportRequest;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.profile.ProfileQuery;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.profile.Provenance;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExchangeTest {

    private static final String PLANTED = "Marble-Otter_40771x";

    private final EngineFixture fixture = new EngineFixture();

    @Test
    void anImportInAnotherOrganisationHasTheSameDigestAndExportsTheSameBytes() {
        ProfileVersion captured = fixture.captureShop();
        IacExport export = fixture.acme().profiles().exportIac(captured.profileId(), 1);

        ProfileVersion imported = fixture.globex()
                .profiles()
                .importIac(ImportRequest.builder().content(export.content()).build());

        assertThat(imported.digest()).isEqualTo(captured.digest()).isEqualTo(export.digest());
        assertThat(imported.spec()).isEqualTo(captured.spec());
        assertThat(imported.parameters()).isEqualTo(captured.parameters());
        assertThat(imported.provenance().origin()).isEqualTo(Provenance.Origin.IMPORT);
        assertThat(fixture.globex().profiles().exportIac(imported.profileId(), 1))
                .isEqualTo(export);
        assertThat(fixture.acme()
                        .profiles()
                        .importIac(ImportRequest.builder()
                                .content(export.content())
                                .name("shop-two")
                                .build())
                        .digest())
                .isEqualTo(captured.digest());
    }

    @Test
    void aSecretThatWasEditedIntoADocumentIsRedactedBeforeItIsStored() {
        ProfileVersion captured = fixture.captureShop();
        String edited =
                fixture.acme().profiles().exportIac(captured.profileId(), 1).content();
        edited = edited.replace("adminUser: admin", "adminUser: admin\n        smtpPassword: " + PLANTED)
                .replaceAll("(?m)^ *digest: .*\\n", "");

        ProfileVersion imported = fixture.globex()
                .profiles()
                .importIac(ImportRequest.builder().content(edited).build());

        assertThat(imported.report().redactions()).hasSize(1);
        assertThat(imported.parameters())
                .filteredOn(parameter -> parameter.type() == ParameterType.SECRET)
                .hasSizeGreaterThan(captured.parameters().stream()
                        .filter(parameter -> parameter.type() == ParameterType.SECRET)
                        .toList()
                        .size());
        assertAbsent("the imported version", ShopStack.shown(imported, imported.spec()), List.of(PLANTED));
    }

    @Test
    void variablesInADocumentAreParametersAndThoseItDeclaresAlreadyStayThem() {
        ProfileVersion captured = fixture.captureShop();
        String edited = fixture.acme()
                .profiles()
                .exportIac(captured.profileId(), 1)
                .content()
                .replace(
                        "adminUser: admin",
                        "adminUser: admin\n        root: https://${{ ankra.BASE_DOMAIN }}/${{ ankra.site-code }}")
                .replaceAll("(?m)^ *digest: .*\\n", "");

        ProfileVersion imported = fixture.globex()
                .profiles()
                .importIac(ImportRequest.builder().content(edited).build());

        assertThat(imported.spec()
                        .find(MemberRef.addon("grafana"))
                        .orElseThrow()
                        .text()
                        .orElseThrow())
                .contains("root: https://${{ parameters.BASE_DOMAIN }}/${{ parameters.site_code }}");
        assertThat(imported.parameters()).hasSize(captured.parameters().size() + 1);
        assertThat(imported.parameters())
                .filteredOn(parameter -> parameter.name().equals("site_code"))
                .singleElement()
                .satisfies(parameter -> assertThat(parameter.required()).isTrue());
    }

    @Test
    void anImportUnderATakenNameIsRefusedBeforeAnythingIsKept() {
        ProfileVersion captured = fixture.captureShop();
        String edited = fixture.acme()
                .profiles()
                .exportIac(captured.profileId(), 1)
                .content()
                .replace("adminUser: admin", "adminUser: admin\n        # edited")
                .replaceAll("(?m)^ *digest: .*\\n", "");
        String text = captured.spec()
                .find(MemberRef.addon("grafana"))
                .flatMap(Member::text)
                .orElseThrow();
        Digest kept = ContentDigest.of(text.replace("adminUser: admin", "adminUser: admin\n# edited"));

        StackProfileException failure = assertFails(
                ErrorCode.NAME_TAKEN,
                () -> fixture.acme()
                        .profiles()
                        .importIac(ImportRequest.builder().content(edited).build()));

        assertThat(failure.getMessage()).contains("'shop'");
        assertThat(fixture.store.contents().getAll("acme", Set.of(kept))).isEmpty();
        fixture.acme()
                .profiles()
                .importIac(
                        ImportRequest.builder().content(edited).name("shop-two").build());
        assertThat(fixture.store.contents().getAll("acme", Set.of(kept))).isNotEmpty();
    }

    @Test
    void aDocumentThatIsNoneIsRefusedWithItsPlaceAndNothingIsStored() {
        StackProfileException failure = assertFails(
                ErrorCode.MALFORMED,
                () -> fixture.acme()
                        .profiles()
                        .importIac(ImportRequest.builder()
                                .content("apiVersion: stackprofile.io/v1\nkind: StackProfile\nmetadata: [\n")
                                .source("broken.yaml")
                                .build()));

        assertThat(failure.getMessage()).contains("broken.yaml").contains("line");
        assertThat(fixture.acme().profiles().count(ProfileQuery.all())).isZero();
    }

    @Test
    void aDiffNamesTheFieldThatChanged() {
        ProfileVersion first = fixture.captureShop();
        fixture.prod.put("shop", ShopStack.spec().with(ShopStack.web(3)), ShopStack.VARIABLES);
        fixture.acme()
                .profiles()
                .captureVersion(
                        first.profileId(), CaptureVersionRequest.builder().build());

        VersionDiff diff = fixture.acme().profiles().diff(first.profileId(), 1, 2);

        MemberDiff web = diff.members().get(0);
        assertThat(diff.members()).hasSize(1);
        assertThat(diff.parameters()).isEmpty();
        assertThat(diff.identical()).isFalse();
        assertThat(web.ref()).isEqualTo(MemberRef.manifest("web"));
        assertThat(web.values())
                .containsExactly(ValueChange.builder()
                        .change(Change.CHANGED)
                        .path("/spec/replicas")
                        .before("1")
                        .after("3")
                        .build());
        assertThat(web.unified().orElseThrow())
                .contains("-  replicas: 1   # one a zone")
                .contains("+  replicas: 3   # one a zone");
        assertThat(fixture.acme().profiles().diff(first.profileId(), 1, 1).identical())
                .isTrue();
        assertAbsent("the diff", diff.toString(), ShopStack.CANARIES);
    }
}

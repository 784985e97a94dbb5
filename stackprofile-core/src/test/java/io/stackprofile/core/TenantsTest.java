package io.stackprofile.core;

import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.Role;
import io.stackprofile.capture.CaptureVersionRequest;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.iac.ImportRequest;
import io.stackprofile.instantiation.InstantiateRequest;
import io.stackprofile.instantiation.Instantiation;
import io.stackprofile.instantiation.StackDraft;
import io.stackprofile.profile.ProfileChanges;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.profile.Visibility;
import org.junit.jupiter.api.Test;

class TenantsTest {

    private final EngineFixture fixture = new EngineFixture();

    @Test
    void capturingAPublicProfileNeedsTheRightToShare() {
        assertFails(
                ErrorCode.ACCESS_DENIED,
                () -> fixture.acme(Role.PUBLISHER)
                        .profiles()
                        .capture(EngineFixture.shop()
                                .visibility(Visibility.PUBLIC)
                                .build()));

        assertThat(fixture.acme(Role.PUBLISHER)
                        .profiles()
                        .capture(EngineFixture.shop().build())
                        .version())
                .isEqualTo(1);
    }

    @Test
    void importingAPublicProfileNeedsTheRightToShare() {
        String document = fixture.acme()
                .profiles()
                .exportIac(fixture.captureShop().profileId(), 1)
                .content();
        ImportRequest request = ImportRequest.builder()
                .content(document)
                .name("copy")
                .visibility(Visibility.PUBLIC)
                .build();

        assertFails(
                ErrorCode.ACCESS_DENIED,
                () -> fixture.acme(Role.PUBLISHER).profiles().importIac(request));

        assertThat(fixture.acme().profiles().importIac(request).profileName()).isEqualTo("copy");
    }

    @Test
    void whereAPublicVersionWasCapturedIsNotShown() {
        ProfileVersion version = shared();

        assertThat(version.provenance().cluster()).contains("prod");
        ProfileVersion seen = fixture.globex().profiles().version(version.profileId(), 1);

        assertThat(seen.provenance().cluster()).isEmpty();
        assertThat(seen.provenance().stack()).isEmpty();
        assertThat(seen.digest()).isEqualTo(version.digest());
    }

    @Test
    void aRefusedDeletionDoesNotSayHowManyInstancesOthersHave() {
        ProfileVersion version = shared();
        draftAtGlobex(version);

        StackProfileException refused = assertFails(
                ErrorCode.WRONG_STATE, () -> fixture.acme().profiles().delete(version.profileId()));

        assertThat(refused.getMessage()).doesNotContainPattern("\\d");
    }

    @Test
    void anInstanceOfAProfileThatBecamePrivateDoesNotTellOfItsVersions() {
        ProfileVersion version = shared();
        Instantiation deployed = fixture.globex()
                .instantiations()
                .commit(draftAtGlobex(version).id())
                .instantiation();
        fixture.acme()
                .profiles()
                .update(
                        version.profileId(),
                        ProfileChanges.builder()
                                .visibility(Visibility.ORGANISATION)
                                .build());
        fixture.acme()
                .profiles()
                .captureVersion(
                        version.profileId(), CaptureVersionRequest.builder().build());

        assertThat(fixture.globex().instantiations().get(deployed.id()).outdated())
                .isFalse();
    }

    private ProfileVersion shared() {
        return fixture.acme()
                .profiles()
                .capture(EngineFixture.shop().visibility(Visibility.PUBLIC).build());
    }

    private StackDraft draftAtGlobex(ProfileVersion version) {
        InstantiateRequest.Builder request = InstantiateRequest.builder();
        request.profile(version.profileId()).cluster("staging");
        InstantiationsTest.bindAll(request, version);
        return fixture.globex().instantiations().create(request.build());
    }
}

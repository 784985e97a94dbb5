package io.stackprofile.core;

import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.Page;
import io.stackprofile.PageRequest;
import io.stackprofile.ProfileId;
import io.stackprofile.Role;
import io.stackprofile.capture.CaptureVersionRequest;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.instantiation.InstantiateRequest;
import io.stackprofile.profile.Profile;
import io.stackprofile.profile.ProfileChanges;
import io.stackprofile.profile.ProfileQuery;
import io.stackprofile.profile.ProfileSummary;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.profile.VersionSummary;
import io.stackprofile.profile.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProfilesTest {

    private final EngineFixture fixture = new EngineFixture();

    @Test
    void aProfileIsFoundByNameByIdAndByOrganisationAndName() {
        ProfileVersion version = fixture.captureShop();

        Profile byName = fixture.acme().profiles().find("shop");

        assertThat(byName.id()).isEqualTo(version.profileId());
        assertThat(fixture.acme().profiles().find(version.profileId().toString()))
                .isEqualTo(byName);
        assertThat(fixture.acme().profiles().find("acme/shop")).isEqualTo(byName);
        assertThat(byName.description()).contains("The shop and what watches it.");
        assertThat(byName.versions()).extracting(VersionSummary::version).containsExactly(1);
        assertThat(byName.updateStatus().hasUpdateAvailable()).isFalse();
    }

    @Test
    void aListingPagesNewestFirstAndKeepsFilters() {
        for (int number = 0; number < 7; number++) {
            fixture.acme()
                    .profiles()
                    .capture(EngineFixture.named("team-" + number)
                            .addTags(number % 2 == 0 ? "even" : "odd")
                            .build());
        }
        ProfileQuery query =
                ProfileQuery.builder().namePrefix("team-").tag("even").build();

        List<String> names = new ArrayList<>();
        Page<ProfileSummary> page = fixture.acme().profiles().list(query, PageRequest.first(3));
        while (true) {
            page.items().forEach(item -> names.add(item.name()));
            if (page.next().isEmpty()) {
                break;
            }
            page = fixture.acme()
                    .profiles()
                    .list(query, PageRequest.first(3).at(page.next().get()));
        }

        assertThat(names).containsExactly("team-6", "team-4", "team-2", "team-0");
        assertThat(fixture.acme().profiles().count(query)).isEqualTo(4);
    }

    @Test
    void metadataChangesInPartAndOnTheRevisionThatWasRead() {
        ProfileId id = fixture.captureShop().profileId();

        Profile changed = fixture.acme()
                .profiles()
                .update(
                        id,
                        ProfileChanges.builder()
                                .category("commerce")
                                .tags(List.of(" web ", "golden", "web"))
                                .description("")
                                .expectedRevision(1L)
                                .build());

        assertThat(changed.name()).isEqualTo("shop");
        assertThat(changed.category()).contains("commerce");
        assertThat(changed.tags()).containsExactly("web", "golden");
        assertThat(changed.description()).isEmpty();
        assertThat(changed.revision()).isEqualTo(2);
        assertFails(
                ErrorCode.STALE_REVISION,
                () -> fixture.acme()
                        .profiles()
                        .update(
                                id,
                                ProfileChanges.builder()
                                        .name("late")
                                        .expectedRevision(1L)
                                        .build()));
    }

    @Test
    void anotherOrganisationsPrivateProfileReadsLikeAMissingOne() {
        ProfileId id = fixture.captureShop().profileId();
        ProfileId missing = ProfileId.of("01890000-0000-7000-8000-000000000000");

        StackProfileException hidden = assertFails(
                ErrorCode.NOT_FOUND, () -> fixture.globex().profiles().get(id));
        StackProfileException absent = assertFails(
                ErrorCode.NOT_FOUND, () -> fixture.globex().profiles().get(missing));

        assertThat(hidden.getMessage().replace(id.toString(), "ID"))
                .isEqualTo(absent.getMessage().replace(missing.toString(), "ID"));
        assertFails(ErrorCode.NOT_FOUND, () -> fixture.globex().profiles().find("acme/shop"));
        assertFails(ErrorCode.NOT_FOUND, () -> fixture.globex().profiles().exportIac(id, 1));
        assertFails(ErrorCode.NOT_FOUND, () -> fixture.globex().profiles().delete(id));
    }

    @Test
    void aPublicProfileIsReadByOthersAndChangedByNone() {
        ProfileId id = fixture.captureShop().profileId();
        fixture.acme()
                .profiles()
                .update(
                        id,
                        ProfileChanges.builder().visibility(Visibility.PUBLIC).build());

        assertThat(fixture.globex().profiles().find("acme/shop").id()).isEqualTo(id);
        assertThat(fixture.globex().profiles().version(id, 1).spec().members()).hasSize(6);
        ProfileQuery everyone =
                ProfileQuery.builder().scope(ProfileQuery.Scope.PUBLIC).build();
        assertThat(fixture.globex().profiles().count(everyone)).isEqualTo(1);
        assertThat(fixture.globex().profiles().count(ProfileQuery.all())).isZero();
        assertFails(
                ErrorCode.NOT_FOUND,
                () -> fixture.globex()
                        .profiles()
                        .update(id, ProfileChanges.builder().name("mine").build()));
        assertFails(ErrorCode.NOT_FOUND, () -> fixture.globex().profiles().delete(id));
        assertFails(
                ErrorCode.NOT_FOUND,
                () -> fixture.globex()
                        .profiles()
                        .captureVersion(id, CaptureVersionRequest.builder().build()));
    }

    @Test
    void onlyAnOwnerChangesVisibilityOrDeletes() {
        ProfileId id = fixture.captureShop().profileId();

        assertFails(
                ErrorCode.ACCESS_DENIED,
                () -> fixture.acme(Role.PUBLISHER)
                        .profiles()
                        .update(
                                id,
                                ProfileChanges.builder()
                                        .visibility(Visibility.PUBLIC)
                                        .build()));
        assertFails(
                ErrorCode.ACCESS_DENIED,
                () -> fixture.acme(Role.PUBLISHER).profiles().delete(id));
        assertFails(
                ErrorCode.ACCESS_DENIED,
                () -> fixture.acme(Role.EDITOR)
                        .profiles()
                        .update(id, ProfileChanges.builder().name("x").build()));
        assertThat(fixture.acme(Role.VIEWER).profiles().get(id).name()).isEqualTo("shop");
    }

    @Test
    void aDeletedProfileFreesItsNameAndOneWithInstancesIsNotDeleted() {
        ProfileVersion version = fixture.captureShop();
        InstantiateRequest.Builder request = InstantiateRequest.builder();
        request.profile(version.profileId()).cluster("staging");
        InstantiationsTest.bindAll(request, version);
        var draft = fixture.acme().instantiations().create(request.build());

        assertFails(ErrorCode.WRONG_STATE, () -> fixture.acme().profiles().delete(version.profileId()));
        fixture.acme().instantiations().discard(draft.id());
        fixture.acme().profiles().delete(version.profileId());

        assertFails(ErrorCode.NOT_FOUND, () -> fixture.acme().profiles().find("shop"));
        assertThat(fixture.captureShop().version()).isEqualTo(1);
    }

    @Test
    void currentIsTheHeadOfStableWhateverABetaBrings() {
        ProfileId id = fixture.captureShop().profileId();
        fixture.acme()
                .profiles()
                .captureVersion(
                        id, CaptureVersionRequest.builder().channel("beta").build());

        Profile profile = fixture.acme().profiles().get(id);

        assertThat(profile.currentVersion()).isEqualTo(1);
        assertThat(profile.latestVersion()).isEqualTo(2);
        assertThat(profile.versions()).extracting(VersionSummary::channel).containsExactly("beta", "stable");
    }

    @Test
    void aMissingVersionIsNamed() {
        ProfileId id = fixture.captureShop().profileId();

        StackProfileException failure =
                assertFails(ErrorCode.NOT_FOUND, () -> fixture.acme().profiles().version(id, 7));

        assertThat(failure.getMessage()).contains("no version 7").contains("from 1 to 1");
        assertThat(Optional.of(failure.code())).contains(ErrorCode.NOT_FOUND);
    }
}

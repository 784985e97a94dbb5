package io.stackprofile.it;

import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.Digest;
import io.stackprofile.PageRequest;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.instantiation.Instantiation;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.instantiation.StackDraft;
import io.stackprofile.profile.DeleteOptions;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.spi.store.VersionRecord;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A profile that is deleted leaves no content behind, breaks no instance and frees its name. */
class DeletionTest extends OverEachStore {

    private Set<Digest> contents(ProfileVersion version) {
        return world.store
                .profiles()
                .version("acme", version.profileId(), version.version())
                .map(VersionRecord::contents)
                .orElseThrow();
    }

    private int kept(Set<Digest> contents) {
        return world.store.contents().getAll("acme", contents).size();
    }

    @Test
    void withInstancesItIsRefusedUnlessForcedAndThenTheyGoOn() {
        ProfileVersion version = world.capture("shop");
        StackDraft waiting = world.acme()
                .instantiations()
                .create(World.request(version, "waiting").build());
        Instantiation deployed =
                World.deploy(world.acme(), World.request(version, "deployed").build());

        assertFails(ErrorCode.WRONG_STATE, () -> world.acme().profiles().delete(version.profileId()));
        assertThat(world.profile(version).revision()).isEqualTo(1);
        world.acme().profiles().delete(version.profileId(), DeleteOptions.forced());

        assertFails(ErrorCode.NOT_FOUND, () -> world.acme().profiles().get(version.profileId()));
        world.clock.advance(Duration.ofDays(2));
        world.acme().profiles().purge();
        assertThat(world.acme().instantiations().get(deployed.id()).status()).isEqualTo(InstantiationStatus.DEPLOYED);
        assertThat(world.acme().instantiations().get(deployed.id()).outdated()).isFalse();
        assertThat(world.acme().instantiations().review(waiting.id()).plan()).hasSize(2);
        assertThat(world.acme()
                        .instantiations()
                        .commit(waiting.id())
                        .instantiation()
                        .status())
                .isEqualTo(InstantiationStatus.DEPLOYED);
        assertThat(world.acme()
                        .instantiations()
                        .list(version.profileId(), PageRequest.first())
                        .items())
                .extracting(Instantiation::stack)
                .containsExactly("deployed", "waiting");
        assertThat(world.acme()
                        .instantiations()
                        .outdated(version.profileId(), PageRequest.first())
                        .items())
                .isEmpty();
    }

    @Test
    void theNameIsFreeAtOnce() {
        ProfileVersion first = world.capture("shop");
        World.deploy(world.acme(), World.request(first, "a").build());
        world.acme().profiles().delete(first.profileId(), DeleteOptions.forced());

        ProfileVersion second = world.capture("shop");

        assertThat(second.profileId()).isNotEqualTo(first.profileId());
        assertThat(world.profile(second).updateStatus().outdatedInstantiationCount())
                .isZero();
    }

    @Test
    void contentGoesWithTheLastThatNeedsIt() {
        ProfileVersion version = world.capture("shop");
        Set<Digest> contents = contents(version);
        StackDraft waiting =
                world.acme().instantiations().create(World.request(version, "a").build());
        assertThat(kept(contents)).isEqualTo(2);
        world.clock.advance(Duration.ofDays(2));
        world.acme().profiles().delete(version.profileId(), DeleteOptions.forced());
        assertThat(kept(contents)).as("the instance's base").isPositive();

        world.acme().instantiations().discard(waiting.id());
        world.acme().profiles().purge();

        assertThat(kept(contents)).isZero();
    }

    @Test
    void youngContentGoesWithTheNextPurge() {
        ProfileVersion version = world.capture("shop");
        Set<Digest> contents = contents(version);
        world.acme().profiles().delete(version.profileId());
        assertThat(kept(contents)).isEqualTo(2);
        assertThat(world.acme().profiles().purge()).isZero();

        world.clock.advance(Duration.ofDays(2));

        assertThat(world.acme().profiles().purge()).isEqualTo(2);
        assertThat(kept(contents)).isZero();
    }

    @Test
    void aDeletionMeantForAnEarlierRevisionIsRefused() {
        ProfileVersion version = world.capture("shop");
        world.next(version, "stable");

        DeleteOptions stale = DeleteOptions.builder().expectedRevision(1L).build();
        assertFails(ErrorCode.STALE_REVISION, () -> world.acme().profiles().delete(version.profileId(), stale));

        assertThat(world.profile(version).versions()).hasSize(2);
        assertThat(List.of(world.profile(version).revision())).containsExactly(2L);
    }
}

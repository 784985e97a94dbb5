package io.stackprofile.it;

import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;
import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.PageRequest;
import io.stackprofile.ProfileId;
import io.stackprofile.Role;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.instantiation.InstantiateRequest;
import io.stackprofile.instantiation.Instantiation;
import io.stackprofile.profile.DeprecateRequest;
import io.stackprofile.profile.Deprecation;
import io.stackprofile.profile.Profile;
import io.stackprofile.profile.ProfileVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which version is current, which are the channels' heads, and which should not be used. */
class VersionLifeTest extends OverEachStore {

    private static final DeprecateRequest UNSAFE = DeprecateRequest.builder()
            .reason(Deprecation.Reason.SECURITY)
            .note("Runs as root.")
            .addReferences("https://advisories.example/4711")
            .build();

    @Test
    void aPinHoldsWhateverIsPublishedUntilItIsTakenAway() {
        ProfileVersion one = world.capture("shop");
        ProfileVersion two = world.next(one, "stable");
        ProfileId id = one.profileId();

        Profile pinned = world.acme().profiles().pin(id, 2, 1);
        ProfileVersion three = world.next(two, "stable");

        assertThat(pinned.currentVersion()).isEqualTo(1);
        assertThat(pinned.pinnedVersion()).contains(1);
        assertThat(world.profile(three).currentVersion()).isEqualTo(1);
        assertThat(world.profile(three).latestVersion()).isEqualTo(3);
        Profile unpinned = world.acme().profiles().unpin(id, 4);
        assertThat(unpinned.currentVersion()).isEqualTo(3);
        assertThat(unpinned.pinnedVersion()).isEmpty();
        assertThat(unpinned.revision()).isEqualTo(5);
        assertThat(world.acme().profiles().unpin(id, 5).revision())
                .as("nothing to take away, nothing changed")
                .isEqualTo(5);
    }

    @Test
    void outdatedFollowsThePin() {
        ProfileVersion one = world.capture("shop");
        ProfileVersion two = world.next(one, "stable");
        World.deploy(world.acme(), World.request(one, "a").version(1).build());
        World.deploy(world.acme(), World.request(two, "b").version(2).build());

        assertOutdated(one, 1, List.of("a"));
        world.acme().profiles().pin(one.profileId(), 2, 1);
        assertOutdated(one, 0, List.of());
        ProfileVersion three = world.next(two, "stable");
        assertOutdated(one, 0, List.of());
        world.acme().profiles().pin(one.profileId(), 4, 3);
        assertOutdated(three, 2, List.of("b", "a"));
        assertThat(instances(one)).extracting(Instantiation::behind).containsExactly(1, 2);
    }

    @Test
    void aBetaMakesNoStableInstanceOutdated() {
        ProfileVersion one = world.capture("shop");
        World.deploy(world.acme(), World.request(one, "a").build());
        ProfileVersion two = world.next(one, "beta");

        assertOutdated(one, 0, List.of());
        assertThat(world.profile(one).channels()).isEqualTo(Map.of("stable", 1, "beta", 2));
        ProfileVersion three = world.next(two, "stable");
        assertOutdated(three, 1, List.of("a"));
        assertThat(world.profile(one).channels()).isEqualTo(Map.of("stable", 3, "beta", 2));
    }

    @Test
    void aDeprecatedVersionIsNoHeadAndIsInstantiatedOnlyOnPurpose() {
        ProfileVersion one = world.capture("shop");
        ProfileVersion two = world.next(one, "beta");
        ProfileVersion three = world.next(two, "beta");
        World.deploy(world.acme(), World.request(three, "a").version(3).build());

        Profile changed = world.acme().profiles().deprecate(one.profileId(), 3, 3, UNSAFE);

        assertThat(changed.channels()).isEqualTo(Map.of("stable", 1, "beta", 2));
        Deprecation said = changed.versions().get(0).deprecation().orElseThrow();
        assertThat(said.reason()).isEqualTo(Deprecation.Reason.SECURITY);
        assertThat(said.note()).contains("Runs as root.");
        assertThat(said.references()).containsExactly("https://advisories.example/4711");
        assertThat(said.by()).isEqualTo("alice");
        assertThat(world.acme().profiles().version(one.profileId(), 3).deprecation())
                .contains(said);
        assertThat(instances(one)).extracting(Instantiation::deprecated).containsExactly(true);
        InstantiateRequest.Builder again = World.request(three, "b").version(3);
        assertFails(
                ErrorCode.VERSION_DEPRECATED,
                () -> world.acme().instantiations().create(again.build()));
        assertThat(world.staging.draftCount()).isZero();
        assertThat(world.acme()
                        .instantiations()
                        .create(World.request(three, "b")
                                .version(3)
                                .allowDeprecated(true)
                                .build())
                        .version())
                .isEqualTo(3);
        assertThat(world.acme()
                        .instantiations()
                        .create(World.request(two, "c").channel("beta").build())
                        .version())
                .isEqualTo(2);
        Profile lifted = world.acme().profiles().undeprecate(one.profileId(), 4, 3);
        assertThat(lifted.channels()).containsEntry("beta", 3);
        assertThat(instances(one)).extracting(Instantiation::deprecated).containsOnly(false);
    }

    @Test
    void theCurrentVersionIsNotDeprecatedAndADeprecatedOneNotPinned() {
        ProfileVersion one = world.capture("shop");
        ProfileVersion two = world.next(one, "stable");
        ProfileId id = one.profileId();

        assertFails(ErrorCode.WRONG_STATE, () -> world.acme().profiles().deprecate(id, 2, 2, UNSAFE));
        world.acme().profiles().deprecate(id, 2, 1, UNSAFE);
        assertFails(ErrorCode.VERSION_DEPRECATED, () -> world.acme().profiles().pin(id, 3, 1));
        assertThat(world.profile(two).revision()).isEqualTo(3);
        assertThat(world.profile(two).currentVersion()).isEqualTo(2);
    }

    @Test
    void whenEveryStableVersionIsDeprecatedTheHighestOtherIsCurrent() {
        ProfileVersion one = world.capture("shop");
        world.next(one, "beta");
        world.acme().profiles().pin(one.profileId(), 2, 2);
        world.acme().profiles().deprecate(one.profileId(), 3, 1, UNSAFE);

        Profile unpinned = world.acme().profiles().unpin(one.profileId(), 4);

        assertThat(unpinned.currentVersion()).isEqualTo(2);
        assertThat(unpinned.channels()).isEqualTo(Map.of("beta", 2));
    }

    @Test
    void whatDoesNotFitIsRefusedAndChangesNothing() {
        ProfileVersion one = world.capture("shop");
        ProfileId id = one.profileId();
        world.next(one, "stable");
        Profile before = world.profile(one);

        StackProfileException stale = assertFails(
                ErrorCode.STALE_REVISION, () -> world.acme().profiles().pin(id, 1, 1));
        assertThat(stale.getMessage()).contains("revision 2");
        assertFails(ErrorCode.STALE_REVISION, () -> world.acme().profiles().unpin(id, 7));
        assertFails(ErrorCode.STALE_REVISION, () -> world.acme().profiles().deprecate(id, 1, 1, UNSAFE));
        assertFails(ErrorCode.STALE_REVISION, () -> world.acme().profiles().undeprecate(id, 1, 1));
        assertFails(ErrorCode.NOT_FOUND, () -> world.acme().profiles().pin(id, 2, 3));
        assertFails(ErrorCode.NOT_FOUND, () -> world.acme().profiles().deprecate(id, 2, 0, UNSAFE));
        StackProfileException channel = assertFails(
                ErrorCode.NOT_FOUND,
                () -> world.acme()
                        .instantiations()
                        .create(World.request(one, "a").channel("nightly").build()));
        assertThat(channel.getMessage()).contains("nightly").contains("stable");
        DeprecateRequest leak = DeprecateRequest.builder()
                .reason(Deprecation.Reason.OTHER)
                .note("password=" + World.CANARY + " AKIAIOSFODNN7EXAMPLE ghp_abcdefghijklmnopqrstuvwxyz0123456789")
                .build();
        StackProfileException exposed = assertFails(
                ErrorCode.SECRET_EXPOSED, () -> world.acme().profiles().deprecate(id, 2, 1, leak));
        assertAbsent(exposed, List.of(World.CANARY));
        DeprecateRequest endless = DeprecateRequest.builder()
                .reason(Deprecation.Reason.OTHER)
                .note("x".repeat(70_000))
                .build();
        assertFails(ErrorCode.LIMIT_EXCEEDED, () -> world.acme().profiles().deprecate(id, 2, 1, endless));
        assertFails(
                ErrorCode.ACCESS_DENIED,
                () -> world.acme(Role.EDITOR).profiles().pin(id, 2, 1));
        assertThat(world.profile(one)).isEqualTo(before);
    }

    private List<Instantiation> instances(ProfileVersion version) {
        return world.acme()
                .instantiations()
                .list(version.profileId(), PageRequest.first())
                .items();
    }

    private void assertOutdated(ProfileVersion version, int count, List<String> stacks) {
        assertThat(world.profile(version).updateStatus().outdatedInstantiationCount())
                .isEqualTo(count);
        assertThat(world.profile(version).updateStatus().hasUpdateAvailable()).isEqualTo(count > 0);
        assertThat(world.acme()
                        .instantiations()
                        .outdated(version.profileId(), PageRequest.first())
                        .items())
                .extracting(Instantiation::stack)
                .isEqualTo(stacks);
        assertThat(Optional.of(stacks.size())).contains(count);
    }
}

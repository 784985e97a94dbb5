package io.stackprofile.it;

import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.Caller;
import io.stackprofile.Role;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.profile.ProfileChanges;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.profile.Profiles;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

/** A role includes the ones before it, also where a host names it alone. */
class RolesTest extends OverEachStore {

    @Test
    void anOwnerNamedAloneReadsAndPublishes() {
        ProfileVersion version = world.capture("shop");
        Profiles profiles = world.engine
                .as(new Caller("acme", "olga", EnumSet.of(Role.OWNER)))
                .profiles();

        assertThat(profiles.get(version.profileId()).latestVersion()).isEqualTo(1);
        profiles.pin(version.profileId(), 1, 1);
        profiles.share(version.profileId(), 2, "globex");
    }

    @Test
    void aRoleNamedAloneDoesNotReachTheOnesAfterIt() {
        ProfileVersion version = world.capture("shop");
        Profiles profiles = world.engine
                .as(new Caller("acme", "paul", EnumSet.of(Role.PUBLISHER)))
                .profiles();

        profiles.update(version.profileId(), ProfileChanges.builder().build());
        assertFails(ErrorCode.ACCESS_DENIED, () -> profiles.share(version.profileId(), 2, "globex"));
        assertFails(ErrorCode.ACCESS_DENIED, () -> profiles.delete(version.profileId()));
        Profiles nobody = world.engine
                .as(new Caller("acme", "nils", EnumSet.noneOf(Role.class)))
                .profiles();
        assertFails(ErrorCode.ACCESS_DENIED, () -> nobody.get(version.profileId()));
    }
}

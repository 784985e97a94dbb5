package io.stackprofile.core.internal.engine;

import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.spi.store.InstantiationRecord;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.spi.store.VersionHeader;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What instances of a profile are held against.
 *
 * @param current the current version; 0 when the caller cannot read the profile, and then nothing is behind
 * @param deprecated the versions that should not be used any more
 */
record ProfileStanding(int current, Set<Integer> deprecated) {

    /** Of a profile that is gone or that the caller may no longer read. */
    static final ProfileStanding UNKNOWN = new ProfileStanding(0, Set.of());

    static ProfileStanding of(ProfileRecord profile, List<VersionHeader> versions) {
        return new ProfileStanding(
                profile.currentVersion(),
                versions.stream()
                        .filter(version -> version.deprecation().isPresent())
                        .map(VersionHeader::number)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** How many versions the current one is ahead of what is deployed. */
    int behind(InstantiationRecord instance) {
        return instance.status() == InstantiationStatus.DEPLOYED ? Math.max(0, current - instance.version()) : 0;
    }
}

package io.stackprofile.testkit.contract;

import io.stackprofile.spi.store.ProfileRecord;
import java.util.Optional;

/** Profiles that are another one but for one field, as a careless or hostile client, or another editor, would send them. */
final class Copies {

    private Copies() {}

    static ProfileRecord withRevision(ProfileRecord profile, long revision) {
        return copy(profile).revision(revision).updatedBy(profile.updatedBy()).build();
    }

    static ProfileRecord withOrganisation(ProfileRecord profile, String organisation) {
        return copy(profile, organisation, profile.currentVersion(), profile.pinnedVersion())
                .revision(profile.revision())
                .updatedBy(profile.updatedBy())
                .build();
    }

    static ProfileRecord by(ProfileRecord profile, String editor) {
        return copy(profile).revision(profile.revision()).updatedBy(editor).build();
    }

    static ProfileRecord pinned(ProfileRecord profile, int version) {
        return copy(profile, profile.organisation(), version, Optional.of(version))
                .revision(profile.revision())
                .updatedBy(profile.updatedBy())
                .build();
    }

    private static ProfileRecord.Builder copy(ProfileRecord profile) {
        return copy(profile, profile.organisation(), profile.currentVersion(), profile.pinnedVersion());
    }

    /** All but the revision and who made it. */
    private static ProfileRecord.Builder copy(
            ProfileRecord profile, String organisation, int currentVersion, Optional<Integer> pinnedVersion) {
        ProfileRecord.Builder copy = ProfileRecord.builder();
        copy.id(profile.id())
                .organisation(organisation)
                .name(profile.name())
                .description(profile.description())
                .category(profile.category())
                .addAllTags(profile.tags())
                .visibility(profile.visibility())
                .addAllSharedWith(profile.sharedWith())
                .currentVersion(currentVersion)
                .latestVersion(profile.latestVersion())
                .pinnedVersion(pinnedVersion)
                .createdAt(profile.createdAt())
                .createdBy(profile.createdBy())
                .updatedAt(profile.updatedAt())
                .change(profile.change());
        return copy;
    }
}

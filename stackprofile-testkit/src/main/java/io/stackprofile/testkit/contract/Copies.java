package io.stackprofile.testkit.contract;

import io.stackprofile.spi.store.ProfileRecord;

/** Profiles as a careless or hostile client would send them: right but for one field. */
final class Copies {

    private Copies() {}

    static ProfileRecord withRevision(ProfileRecord profile, long revision) {
        return copy(profile, profile.organisation(), revision);
    }

    static ProfileRecord withOrganisation(ProfileRecord profile, String organisation) {
        return copy(profile, organisation, profile.revision());
    }

    private static ProfileRecord copy(ProfileRecord profile, String organisation, long revision) {
        return ProfileRecord.builder()
                .id(profile.id())
                .organisation(organisation)
                .name(profile.name())
                .description(profile.description())
                .category(profile.category())
                .addAllTags(profile.tags())
                .visibility(profile.visibility())
                .addAllSharedWith(profile.sharedWith())
                .revision(revision)
                .currentVersion(profile.currentVersion())
                .latestVersion(profile.latestVersion())
                .pinnedVersion(profile.pinnedVersion())
                .createdAt(profile.createdAt())
                .createdBy(profile.createdBy())
                .updatedAt(profile.updatedAt())
                .updatedBy(profile.updatedBy())
                .change(profile.change())
                .build();
    }
}

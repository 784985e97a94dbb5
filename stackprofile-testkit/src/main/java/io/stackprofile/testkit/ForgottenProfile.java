package io.stackprofile.testkit;

import io.stackprofile.spi.store.ProfileRecord;

/** What the answer to a request keeps of a profile that is deleted: of its texts, the name alone ([PS-4]). */
final class ForgottenProfile {

    private ForgottenProfile() {}

    static ProfileRecord of(ProfileRecord profile) {
        return ProfileRecord.builder()
                .id(profile.id())
                .organisation(profile.organisation())
                .name(profile.name())
                .visibility(profile.visibility())
                .revision(profile.revision())
                .currentVersion(profile.currentVersion())
                .latestVersion(profile.latestVersion())
                .pinnedVersion(profile.pinnedVersion())
                .createdAt(profile.createdAt())
                .createdBy(profile.createdBy())
                .updatedAt(profile.updatedAt())
                .updatedBy(profile.updatedBy())
                .build();
    }
}

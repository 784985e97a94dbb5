package io.stackprofile.core.internal.engine;

import io.stackprofile.profile.Deprecation;
import io.stackprofile.profile.Profile;
import io.stackprofile.profile.ProfileSummary;
import io.stackprofile.profile.UpdateStatus;
import io.stackprofile.profile.VersionSummary;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.spi.store.VersionHeader;
import java.util.List;
import java.util.Optional;

/** Between a stored profile and what callers see of it. */
final class ProfileRecords {

    private ProfileRecords() {}

    /** What a caller sees; only one of the owner's sees with whom it is shared. */
    static Profile profile(ProfileRecord record, List<VersionHeader> versions, UpdateStatus status, boolean own) {
        return Profile.builder()
                .id(record.id())
                .organisation(record.organisation())
                .name(record.name())
                .description(record.description())
                .category(record.category())
                .addAllTags(record.tags())
                .visibility(record.visibility())
                .addAllSharedWith(own ? record.sharedWith() : List.of())
                .revision(record.revision())
                .currentVersion(record.currentVersion())
                .pinnedVersion(record.pinnedVersion())
                .putAllChannels(CurrentVersion.heads(versions))
                .latestVersion(record.latestVersion())
                .addAllVersions(versions.stream().map(ProfileRecords::summary).toList())
                .updateStatus(status)
                .createdAt(record.createdAt())
                .createdBy(record.createdBy())
                .updatedAt(record.updatedAt())
                .updatedBy(record.updatedBy())
                .build();
    }

    static ProfileSummary summary(ProfileRecord record, UpdateStatus status) {
        return ProfileSummary.builder()
                .id(record.id())
                .organisation(record.organisation())
                .name(record.name())
                .description(record.description())
                .category(record.category())
                .addAllTags(record.tags())
                .visibility(record.visibility())
                .currentVersion(record.currentVersion())
                .latestVersion(record.latestVersion())
                .updateStatus(status)
                .updatedAt(record.updatedAt())
                .build();
    }

    private static VersionSummary summary(VersionHeader header) {
        return VersionSummary.builder()
                .version(header.number())
                .channel(header.channel())
                .changelog(header.changelog())
                .digest(header.digest())
                .createdAt(header.createdAt())
                .createdBy(header.createdBy())
                .deprecation(header.deprecation())
                .build();
    }

    /** A version's header with another word on whether to use it. */
    static VersionHeader deprecated(VersionHeader header, Optional<Deprecation> deprecation) {
        return VersionHeader.builder()
                .number(header.number())
                .channel(header.channel())
                .changelog(header.changelog())
                .digest(header.digest())
                .createdAt(header.createdAt())
                .createdBy(header.createdBy())
                .deprecation(deprecation)
                .build();
    }
}

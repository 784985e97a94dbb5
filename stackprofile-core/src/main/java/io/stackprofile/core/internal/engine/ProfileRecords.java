package io.stackprofile.core.internal.engine;

import io.stackprofile.Caller;
import io.stackprofile.profile.Profile;
import io.stackprofile.profile.ProfileChanges;
import io.stackprofile.profile.ProfileSummary;
import io.stackprofile.profile.UpdateStatus;
import io.stackprofile.profile.VersionSummary;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.spi.store.VersionHeader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Between a stored profile and what callers see of it. */
final class ProfileRecords {

    private ProfileRecords() {}

    /** The next revision of {@code profile}: identity and history set, the rest to be filled in. */
    static ProfileRecord.Builder edit(ProfileRecord profile, Caller caller, Instant now) {
        ProfileRecord.Builder builder = ProfileRecord.builder();
        builder.id(profile.id())
                .organisation(profile.organisation())
                .revision(profile.revision() + 1)
                .createdAt(profile.createdAt())
                .createdBy(profile.createdBy())
                .updatedAt(now)
                .updatedBy(caller.subject());
        return builder;
    }

    /** The next revision of {@code profile} with {@code changes} applied. */
    static ProfileRecord changed(ProfileRecord profile, ProfileChanges changes, Caller caller, Instant now) {
        return edit(profile, caller, now)
                .currentVersion(profile.currentVersion())
                .latestVersion(profile.latestVersion())
                .name(changes.name().orElse(profile.name()))
                .description(changed(changes.description(), profile.description()))
                .category(changed(changes.category(), profile.category()))
                .addAllTags(changes.tags().map(ProfileMetadata::normalised).orElse(profile.tags()))
                .visibility(changes.visibility().orElse(profile.visibility()))
                .build();
    }

    static Profile profile(ProfileRecord record, List<VersionHeader> versions, UpdateStatus status) {
        return Profile.builder()
                .id(record.id())
                .organisation(record.organisation())
                .name(record.name())
                .description(record.description())
                .category(record.category())
                .addAllTags(record.tags())
                .visibility(record.visibility())
                .revision(record.revision())
                .currentVersion(record.currentVersion())
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
                .build();
    }

    private static Optional<String> changed(Optional<String> change, Optional<String> before) {
        return change.isPresent() ? ProfileMetadata.present(change) : before;
    }
}

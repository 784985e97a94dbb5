package io.stackprofile.samples.store;

import io.stackprofile.ProfileId;
import io.stackprofile.profile.Visibility;
import io.stackprofile.spi.store.ProfileRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A {@link ProfileRecord} as the journal has it. */
record ProfileRow(
        UUID id,
        String organisation,
        String name,
        Optional<String> description,
        Optional<String> category,
        List<String> tags,
        Visibility visibility,
        List<String> sharedWith,
        long revision,
        int currentVersion,
        int latestVersion,
        Optional<Integer> pinnedVersion,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        String change)
        implements Row {

    static ProfileRow of(ProfileRecord profile) {
        return new ProfileRow(
                profile.id().value(),
                profile.organisation(),
                profile.name(),
                profile.description(),
                profile.category(),
                profile.tags(),
                profile.visibility(),
                profile.sharedWith(),
                profile.revision(),
                profile.currentVersion(),
                profile.latestVersion(),
                profile.pinnedVersion(),
                profile.createdAt(),
                profile.createdBy(),
                profile.updatedAt(),
                profile.updatedBy(),
                profile.change());
    }

    /** What the answer to a request keeps of a profile that is deleted: of its texts, the name alone ([PS-4]). */
    ProfileRow forgotten() {
        return new ProfileRow(
                id,
                organisation,
                name,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                visibility,
                List.of(),
                revision,
                currentVersion,
                latestVersion,
                pinnedVersion,
                createdAt,
                createdBy,
                updatedAt,
                updatedBy,
                "");
    }

    ProfileRecord record() {
        return ProfileRecord.builder()
                .id(new ProfileId(id))
                .organisation(organisation)
                .name(name)
                .description(description)
                .category(category)
                .addAllTags(tags)
                .visibility(visibility)
                .addAllSharedWith(sharedWith)
                .revision(revision)
                .currentVersion(currentVersion)
                .latestVersion(latestVersion)
                .pinnedVersion(pinnedVersion)
                .createdAt(createdAt)
                .createdBy(createdBy)
                .updatedAt(updatedAt)
                .updatedBy(updatedBy)
                .change(change)
                .build();
    }

    @Override
    public Key key() {
        return Key.of(Kind.PROFILE, organisation, id);
    }
}

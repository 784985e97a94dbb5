package io.stackprofile.core.internal.engine;

import io.stackprofile.Caller;
import io.stackprofile.Digest;
import io.stackprofile.core.internal.codec.ChangeDocument;
import io.stackprofile.profile.Deprecation;
import io.stackprofile.profile.ProfileChange;
import io.stackprofile.profile.ProfileChange.Kind;
import io.stackprofile.profile.ProfileState;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.spi.store.VersionHeader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The next revision of a profile: what nobody changed stays, the current version follows from the versions and the pin,
 * and what was done goes with it. Read with the versions that the profile has at that revision.
 */
final class ProfileRevision {

    private final ProfileRecord before;
    private final List<VersionHeader> versionsBefore;
    private List<VersionHeader> versions;
    private ProfileMetadata metadata;
    private List<String> sharedWith;
    private Optional<Integer> pinned;
    private Optional<Integer> version = Optional.empty();
    private Optional<String> reader = Optional.empty();

    ProfileRevision(ProfileRecord before, List<VersionHeader> versions) {
        this.before = before;
        this.versionsBefore = versions;
        this.versions = versions;
        this.metadata = ProfileMetadata.of(before);
        this.sharedWith = before.sharedWith();
        this.pinned = before.pinnedVersion();
    }

    ProfileRevision metadata(ProfileMetadata changed) {
        metadata = changed;
        return this;
    }

    ProfileRevision add(VersionHeader added) {
        versions = new ArrayList<>(versionsBefore);
        versions.add(added);
        version = Optional.of(added.number());
        return this;
    }

    ProfileRevision pin(int number) {
        pinned = Optional.of(number);
        version = pinned;
        return this;
    }

    ProfileRevision unpin() {
        version = pinned;
        pinned = Optional.empty();
        return this;
    }

    ProfileRevision deprecate(int number, Optional<Deprecation> deprecation) {
        versions = versionsBefore.stream()
                .map(header -> header.number() == number ? ProfileRecords.deprecated(header, deprecation) : header)
                .toList();
        version = Optional.of(number);
        return this;
    }

    ProfileRevision readers(List<String> changed, String organisation) {
        sharedWith = changed;
        reader = Optional.of(organisation);
        return this;
    }

    /** The revision, made by {@code caller} doing {@code kind}. */
    ProfileRecord made(Kind kind, Caller caller, Instant now) {
        int current = CurrentVersion.of(versions, pinned);
        return ProfileRecord.builder()
                .id(before.id())
                .organisation(before.organisation())
                .name(metadata.name())
                .description(metadata.description())
                .category(metadata.category())
                .addAllTags(metadata.tags())
                .visibility(metadata.visibility())
                .addAllSharedWith(sharedWith)
                .revision(before.revision() + 1)
                .currentVersion(current)
                .latestVersion(Math.max(before.latestVersion(), version.orElse(0)))
                .pinnedVersion(pinned)
                .createdAt(before.createdAt())
                .createdBy(before.createdBy())
                .updatedAt(now)
                .updatedBy(caller.subject())
                .change(change(kind, current))
                .build();
    }

    /** What makes the first revision of a profile. */
    static String created(String name, VersionHeader first) {
        return ChangeDocument.encode(new ChangeDocument.Content(
                Kind.CREATED,
                Optional.of(first.number()),
                Optional.of(first.digest()),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new ProfileState(1, name, first.number(), first.digest()))));
    }

    private String change(Kind kind, int current) {
        ProfileState was = new ProfileState(
                before.revision(),
                before.name(),
                before.currentVersion(),
                digest(versionsBefore, before.currentVersion()));
        ProfileState is = new ProfileState(before.revision() + 1, metadata.name(), current, digest(versions, current));
        return ChangeDocument.encode(new ChangeDocument.Content(
                kind,
                version,
                version.map(number -> digest(versions, number)),
                metadata.changedFrom(ProfileMetadata.of(before)),
                reader,
                Optional.of(was),
                kind == ProfileChange.Kind.DELETED ? Optional.empty() : Optional.of(is)));
    }

    private static Digest digest(List<VersionHeader> versions, int number) {
        return versions.stream()
                .filter(header -> header.number() == number)
                .findFirst()
                .orElseThrow()
                .digest();
    }
}

package io.stackprofile.core.internal.engine;

import io.stackprofile.Caller;
import io.stackprofile.ProfileId;
import io.stackprofile.error.ConflictException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.NotFoundException;
import io.stackprofile.profile.DeprecateRequest;
import io.stackprofile.profile.Deprecation;
import io.stackprofile.profile.ProfileChange.Kind;
import io.stackprofile.spi.access.Action;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.spi.store.VersionHeader;
import java.time.Instant;
import java.util.Optional;

/** Says which version is current and which should not be used; on the revision the caller read. */
final class VersionEdits {

    private final EngineParts parts;
    private final Caller caller;
    private final Gate gate;
    private final ProfileReader reader;
    private final ProfileNews news;

    VersionEdits(EngineParts parts, Caller caller, Gate gate) {
        this.parts = parts;
        this.caller = caller;
        this.gate = gate;
        this.reader = new ProfileReader(parts.store(), caller);
        this.news = new ProfileNews(parts);
    }

    ProfileRecord pin(ProfileId id, long revision, int version) {
        ProfileRecord profile = at(id, revision);
        requireUsable(profile, header(profile, version));
        if (profile.pinnedVersion().equals(Optional.of(version))) {
            return profile;
        }
        return update(profile, reader.revision(profile).pin(version).made(Kind.PINNED, caller, parts.now()));
    }

    ProfileRecord unpin(ProfileId id, long revision) {
        ProfileRecord profile = at(id, revision);
        if (profile.pinnedVersion().isEmpty()) {
            return profile;
        }
        return update(profile, reader.revision(profile).unpin().made(Kind.UNPINNED, caller, parts.now()));
    }

    ProfileRecord deprecate(ProfileId id, long revision, int version, DeprecateRequest request) {
        ProfileRecord profile = at(id, revision);
        header(profile, version);
        if (profile.currentVersion() == version) {
            throw new ConflictException(
                    ErrorCode.WRONG_STATE,
                    "version " + version + " is the current one of profile '" + profile.name() + "'",
                    "Pin or publish another version first.");
        }
        ProfileTexts texts = new ProfileTexts(parts);
        texts.require("the deprecation's note", request.note());
        request.references().forEach(reference -> texts.require("a reference", Optional.of(reference)));
        Instant now = parts.now();
        Deprecation deprecation = Deprecation.builder()
                .reason(request.reason())
                .note(request.note())
                .addAllReferences(request.references())
                .at(now)
                .by(caller.subject())
                .build();
        return deprecate(profile, version, Optional.of(deprecation), Kind.DEPRECATED, now);
    }

    ProfileRecord undeprecate(ProfileId id, long revision, int version) {
        ProfileRecord profile = at(id, revision);
        if (header(profile, version).deprecation().isEmpty()) {
            return profile;
        }
        return deprecate(profile, version, Optional.empty(), Kind.DEPRECATION_LIFTED, parts.now());
    }

    private ProfileRecord deprecate(
            ProfileRecord profile, int version, Optional<Deprecation> deprecation, Kind kind, Instant now) {
        ProfileRecord changed =
                reader.revision(profile).deprecate(version, deprecation).made(kind, caller, now);
        return news.tell(parts.writes().deprecate(profile.revision(), changed, version, deprecation));
    }

    private ProfileRecord update(ProfileRecord profile, ProfileRecord changed) {
        return news.tell(parts.writes().update(profile.revision(), changed));
    }

    private ProfileRecord at(ProfileId id, long revision) {
        ProfileRecord profile = reader.owned(id);
        gate.require(Action.PUBLISH, profile.name());
        ProfileEdits.requireRevision(profile, Optional.of(revision));
        return profile;
    }

    private VersionHeader header(ProfileRecord profile, int version) {
        return reader.versions(profile).stream()
                .filter(header -> header.number() == version)
                .findFirst()
                .orElseThrow(() -> missing(profile, version));
    }

    static NotFoundException missing(ProfileRecord profile, int version) {
        return new NotFoundException(
                "profile '" + profile.name() + "' has no version " + version,
                "Ask for a version from 1 to " + profile.latestVersion() + ".");
    }

    private static void requireUsable(ProfileRecord profile, VersionHeader version) {
        if (version.deprecation().isPresent()) {
            throw new ConflictException(
                    ErrorCode.VERSION_DEPRECATED,
                    "version " + version.number() + " of profile '" + profile.name() + "' is deprecated",
                    "Pin another version, or lift the deprecation first.");
        }
    }
}

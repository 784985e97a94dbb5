package io.stackprofile.core.internal.engine;

import io.stackprofile.Caller;
import io.stackprofile.Names;
import io.stackprofile.ProfileId;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import io.stackprofile.profile.ProfileChange.Kind;
import io.stackprofile.spi.access.Action;
import io.stackprofile.spi.store.ProfileRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says which other organisations read a profile; on the revision the caller read. */
final class SharingEdits {

    private final EngineParts parts;
    private final Caller caller;
    private final Gate gate;
    private final ProfileReader reader;

    SharingEdits(EngineParts parts, Caller caller, Gate gate) {
        this.parts = parts;
        this.caller = caller;
        this.gate = gate;
        this.reader = new ProfileReader(parts.store(), caller);
    }

    ProfileRecord share(ProfileId id, long revision, String organisation) {
        ProfileRecord profile = at(id, revision);
        requireOther(organisation);
        if (profile.sharedWith().contains(organisation)) {
            return profile;
        }
        List<String> readers = new ArrayList<>(profile.sharedWith());
        readers.add(organisation);
        requireFew(readers);
        return store(profile, readers, organisation, Kind.SHARED);
    }

    ProfileRecord unshare(ProfileId id, long revision, String organisation) {
        ProfileRecord profile = at(id, revision);
        List<String> readers = new ArrayList<>(profile.sharedWith());
        return readers.remove(organisation) ? store(profile, readers, organisation, Kind.UNSHARED) : profile;
    }

    private ProfileRecord at(ProfileId id, long revision) {
        ProfileRecord profile = reader.owned(id);
        gate.require(Action.SHARE, profile.name());
        ProfileEdits.requireRevision(profile, Optional.of(revision));
        return profile;
    }

    private ProfileRecord store(ProfileRecord profile, List<String> readers, String organisation, Kind kind) {
        ProfileRecord changed =
                reader.revision(profile).readers(readers, organisation).made(kind, caller, parts.now());
        return new ProfileNews(parts).tell(parts.writes().update(profile.revision(), changed));
    }

    private void requireOther(String organisation) {
        if (!Names.isLabel(organisation) || organisation.equals(caller.organisation())) {
            throw new InvalidContentException(
                    ErrorCode.INVALID_REQUEST,
                    "a profile is shared with another organisation, by its name",
                    "Name an organisation other than the caller's: 1 to 63 of a-z, 0-9 and '-'.",
                    Location.unknown());
        }
    }

    private void requireFew(List<String> readers) {
        if (readers.size() > parts.limits().shares()) {
            throw new InvalidContentException(
                    ErrorCode.LIMIT_EXCEEDED,
                    "the profile is shared with " + parts.limits().shares() + " organisations already",
                    "Take it back from others first, make it public, or raise Limits.shares.",
                    Location.unknown());
        }
    }
}

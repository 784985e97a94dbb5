package io.stackprofile.core.internal.engine;

import io.stackprofile.Caller;
import io.stackprofile.ProfileId;
import io.stackprofile.error.ConflictException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.profile.DeleteOptions;
import io.stackprofile.profile.ProfileChange.Kind;
import io.stackprofile.profile.ProfileChanges;
import io.stackprofile.spi.access.Action;
import io.stackprofile.spi.store.ProfileRecord;
import java.util.Optional;
import java.util.function.Function;

/** Changes and deletes profiles: on the revision the caller read, or else on the newest whichever that is. */
final class ProfileEdits {

    /** How often a change is tried again when another writer was faster: each time, one got on. */
    private static final int ATTEMPTS = 1_000;

    private final EngineParts parts;
    private final Caller caller;
    private final Gate gate;
    private final ProfileReader reader;
    private final ProfileTexts texts;
    private final ProfileNews news;

    ProfileEdits(EngineParts parts, Caller caller, Gate gate) {
        this.parts = parts;
        this.caller = caller;
        this.gate = gate;
        this.reader = new ProfileReader(parts.store(), caller);
        this.texts = new ProfileTexts(parts);
        this.news = new ProfileNews(parts);
    }

    ProfileRecord update(ProfileId id, ProfileChanges changes) {
        return news.tell(onNewest(id, changes.expectedRevision(), profile -> {
            gate.require(Action.UPDATE, profile.name());
            if (changes.visibility().isPresent()) {
                gate.require(Action.SHARE, profile.name());
            }
            requireRevision(profile, changes.expectedRevision());
            ProfileMetadata metadata = ProfileMetadata.of(profile).with(changes);
            texts.require(metadata);
            ProfileRecord changed = reader.revision(profile).metadata(metadata).made(Kind.UPDATED, caller, parts.now());
            return parts.writes().update(profile.revision(), changed);
        }));
    }

    void delete(ProfileId id, DeleteOptions options) {
        news.tell(onNewest(id, options.expectedRevision(), profile -> {
            gate.require(Action.DELETE, profile.name());
            requireRevision(profile, options.expectedRevision());
            if (!options.force()) {
                requireUnused(profile);
            }
            ProfileRecord last = reader.revision(profile).made(Kind.DELETED, caller, parts.now());
            parts.writes().delete(profile.revision(), last);
            return last;
        }));
    }

    /** A change made on what the caller read is not made on anything else. */
    private ProfileRecord onNewest(
            ProfileId id, Optional<Long> expected, Function<ProfileRecord, ProfileRecord> change) {
        for (int attempt = 1; ; attempt++) {
            try {
                return change.apply(reader.owned(id));
            } catch (ConflictException conflict) {
                if (conflict.code() != ErrorCode.STALE_REVISION || expected.isPresent() || attempt == ATTEMPTS) {
                    throw conflict;
                }
            }
        }
    }

    static void requireRevision(ProfileRecord profile, Optional<Long> expected) {
        if (expected.isPresent() && profile.revision() != expected.get()) {
            throw new ConflictException(
                    "profile '" + profile.name() + "' is at revision " + profile.revision() + ", not " + expected.get(),
                    "Read it again and make the change from there.",
                    profile.revision());
        }
    }

    /** Counts instances over every organisation, so it says that there are some and not how many. */
    private void requireUnused(ProfileRecord profile) {
        if (parts.store().instantiations().instanceCount(profile.id()) > 0) {
            throw new ConflictException(
                    ErrorCode.WRONG_STATE,
                    "profile '" + profile.name() + "' has instances",
                    "Discard the drafts and remove the instances first, of which other organisations may have some; or"
                            + " force the deletion, which leaves them as they are.");
        }
    }
}

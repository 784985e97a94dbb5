package io.stackprofile.core.internal.engine;

import io.stackprofile.Caller;
import io.stackprofile.ProfileId;
import io.stackprofile.error.ConflictException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.profile.ProfileChanges;
import io.stackprofile.spi.access.Action;
import io.stackprofile.spi.store.ProfileRecord;
import java.util.function.Function;

/** Changes and deletes profiles: on the revision the caller read, or else on the newest whichever that is. */
final class ProfileEdits {

    /** How often a change is tried again when another writer was faster: each time, one got on. */
    private static final int ATTEMPTS = 1_000;

    private final EngineParts parts;
    private final Caller caller;
    private final Gate gate;
    private final ProfileReader reader;

    ProfileEdits(EngineParts parts, Caller caller, Gate gate) {
        this.parts = parts;
        this.caller = caller;
        this.gate = gate;
        this.reader = new ProfileReader(parts.store(), caller);
    }

    ProfileRecord update(ProfileId id, ProfileChanges changes) {
        boolean newest = changes.expectedRevision().isEmpty();
        return onNewest(id, newest, profile -> {
            gate.require(Action.UPDATE, profile.name());
            if (changes.visibility().isPresent()) {
                gate.require(Action.SHARE, profile.name());
            }
            changes.expectedRevision().ifPresent(revision -> requireRevision(profile, revision));
            ProfileRecord changed = ProfileRecords.changed(profile, changes, caller, parts.now());
            new ProfileTexts(new OutputGuard(parts.redactor())).requireClean(changed);
            return parts.store().profiles().update(profile.revision(), changed);
        });
    }

    void delete(ProfileId id) {
        onNewest(id, true, profile -> {
            gate.require(Action.DELETE, profile.name());
            requireUnused(profile);
            parts.store().profiles().delete(caller.organisation(), id, profile.revision());
            return profile;
        });
    }

    private ProfileRecord onNewest(ProfileId id, boolean again, Function<ProfileRecord, ProfileRecord> change) {
        for (int attempt = 1; ; attempt++) {
            try {
                return change.apply(reader.owned(id));
            } catch (ConflictException conflict) {
                if (conflict.code() != ErrorCode.STALE_REVISION || !again || attempt == ATTEMPTS) {
                    throw conflict;
                }
            }
        }
    }

    private static void requireRevision(ProfileRecord profile, long revision) {
        if (profile.revision() != revision) {
            throw new ConflictException(
                    ErrorCode.STALE_REVISION,
                    "profile '" + profile.name() + "' is at revision " + profile.revision() + ", not " + revision,
                    "Read it again and make the change from there.");
        }
    }

    /** Counts instances over every organisation, so it says that there are some and not how many. */
    private void requireUnused(ProfileRecord profile) {
        if (parts.store().instantiations().instanceCount(profile.id()) > 0) {
            throw new ConflictException(
                    ErrorCode.WRONG_STATE,
                    "profile '" + profile.name() + "' has instances",
                    "Discard the drafts and remove the instances first; other organisations may have some.");
        }
    }
}

package io.stackprofile.core.internal.engine;

import io.stackprofile.Caller;
import io.stackprofile.error.ConflictException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.spi.store.InstantiationRecord;

/**
 * Closes the earlier instances of a profile on a stack once a later one is deployed there: only one of them describes
 * what runs, and only that one can be behind.
 */
final class Supersession {

    private final EngineParts parts;
    private final Caller caller;
    private final InstantiationRecords records;

    Supersession(EngineParts parts, Caller caller) {
        this.parts = parts;
        this.caller = caller;
        this.records = new InstantiationRecords(parts, caller);
    }

    /** Closes what {@code deployed} took the place of. */
    void of(InstantiationRecord deployed) {
        new TargetInstances(parts.store(), caller.organisation())
                .forEach(deployed.profileId(), deployed.cluster(), deployed.stack(), earlier -> {
                    if (isReplaced(earlier, deployed)) {
                        close(earlier);
                    }
                });
    }

    private static boolean isReplaced(InstantiationRecord earlier, InstantiationRecord deployed) {
        boolean settled =
                earlier.status() == InstantiationStatus.DEPLOYED || earlier.status() == InstantiationStatus.PARTIAL;
        return settled
                && !earlier.id().equals(deployed.id())
                && !earlier.updatedAt().isAfter(deployed.updatedAt());
    }

    private void close(InstantiationRecord earlier) {
        try {
            parts.writes().update(earlier.revision(), records.next(earlier, InstantiationStatus.SUPERSEDED));
        } catch (ConflictException moved) {
            // Someone commits it again at this moment; then it is no longer the earlier one.
            if (moved.code() != ErrorCode.STALE_REVISION) {
                throw moved;
            }
        }
    }
}

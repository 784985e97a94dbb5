package io.stackprofile.store.jdbc;

import io.stackprofile.error.ConflictException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.NotFoundException;

/** Words what the stores refuse. */
final class Conflicts {

    private Conflicts() {}

    static ConflictException stale(String what, long expected, long actual) {
        return new ConflictException(
                ErrorCode.STALE_REVISION,
                what + " is at " + actual + ", not " + expected,
                "Read it again and repeat the change on what you find.");
    }

    static ConflictException exists(String what) {
        return new ConflictException(ErrorCode.STALE_REVISION, what + " exists already", "Read it and update it.");
    }

    static ConflictException nameTaken(String name) {
        return new ConflictException(
                ErrorCode.NAME_TAKEN,
                "the organisation has a profile called " + name + " already",
                "Choose another name, or add a version to that profile.");
    }

    static NotFoundException missing(String what) {
        return new NotFoundException(what + " does not exist", "Check the id and the organisation.");
    }

    /** Requires what an engine gets wrong only by a fault of its own. */
    static void require(boolean condition, String rule) {
        if (!condition) {
            throw new IllegalArgumentException(rule);
        }
    }
}

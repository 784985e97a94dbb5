package io.stackprofile.testkit;

import io.stackprofile.error.ConflictException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import io.stackprofile.error.NotFoundException;
import io.stackprofile.error.StoreException;

/** Words what the stores in memory refuse. */
final class Refusal {

    private Refusal() {}

    static ConflictException stale(String what, long expected, long actual) {
        return new ConflictException(
                ErrorCode.STALE_REVISION,
                what + " is at revision " + actual + ", not " + expected,
                "Read it again and repeat the change on what you find.");
    }

    static ConflictException exists(String what) {
        return new ConflictException(ErrorCode.STALE_REVISION, what + " exists already", "Read it and update it.");
    }

    static ConflictException nameTaken(String name) {
        return new ConflictException(
                ErrorCode.NAME_TAKEN,
                "the organisation has a profile called " + name + " already",
                "Choose another name or add a version to that profile.");
    }

    static NotFoundException missing(String what) {
        return new NotFoundException(what + " does not exist", "Check the id and the organisation.");
    }

    static StoreException closed() {
        return new StoreException("the store is closed", "Open it again.");
    }

    static InvalidContentException foreignToken() {
        return new InvalidContentException(
                ErrorCode.INVALID_REQUEST,
                "the page token does not belong to this listing",
                "Start from the first page, and keep the filter while paging.",
                Location.unknown());
    }
}

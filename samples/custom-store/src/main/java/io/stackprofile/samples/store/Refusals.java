package io.stackprofile.samples.store;

import io.stackprofile.error.ConflictException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import io.stackprofile.error.NotFoundException;

/** Words what the store refuses; of a record, only its id. */
final class Refusals {

    private Refusals() {}

    static ConflictException stale(String what, long expected, long actual) {
        return new ConflictException(
                ErrorCode.STALE_REVISION,
                what + " is at " + actual + ", not " + expected,
                "Read it again and repeat the change on what you find.");
    }

    static ConflictException exists(String what) {
        return new ConflictException(ErrorCode.STALE_REVISION, what + " exists already", "Read it and update it.");
    }

    static ConflictException nameTaken() {
        return new ConflictException(
                ErrorCode.NAME_TAKEN,
                "the organisation has a profile of that name already",
                "Choose another name, or add a version to that profile.");
    }

    static NotFoundException missing(String what) {
        return new NotFoundException(what + " does not exist", "Check the id and the organisation.");
    }

    static InvalidContentException foreignToken() {
        return new InvalidContentException(
                ErrorCode.INVALID_REQUEST,
                "the page token does not belong to this listing",
                "Start from the first page, and keep the filter while paging.",
                Location.unknown());
    }

    static InvalidContentException tokenOfAnotherStore() {
        return new InvalidContentException(
                ErrorCode.INVALID_REQUEST,
                "the page token does not belong to this store",
                "Start from the first page.",
                Location.unknown());
    }

    static InvalidContentException tooMuchAtOnce(long bytes) {
        return new InvalidContentException(
                ErrorCode.INVALID_REQUEST,
                "the documents to restore are more than " + bytes + " bytes together",
                "Restore fewer items at once.",
                Location.unknown());
    }

    /** Requires what an engine gets wrong only by a fault of its own. */
    static void require(boolean condition, String rule) {
        if (!condition) {
            throw new IllegalArgumentException(rule);
        }
    }

    /** Requires that a record is on the revision a change was made on. */
    static void requireRevision(String what, long expected, long actual) {
        if (expected != actual) {
            throw stale(what, expected, actual);
        }
    }
}

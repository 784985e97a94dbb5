package io.stackprofile.core.internal.parameterise;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;

/** Says why an edit is not made. */
final class Refusal {

    private Refusal() {}

    static InvalidContentException of(String problem, String remedy, Location location) {
        return new InvalidContentException(ErrorCode.INVALID_REQUEST, problem, remedy, location);
    }

    static InvalidContentException of(String problem, String remedy) {
        return of(problem, remedy, Location.unknown());
    }
}

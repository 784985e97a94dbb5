package io.stackprofile.core.internal.engine;

import io.stackprofile.capture.RedactionMode;
import io.stackprofile.capture.RedactionPolicy;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import java.util.Optional;

/** Which policy a call is under. */
final class Policies {

    private Policies() {}

    /** The policy of a call that stores: what it asks for, or the engine's. One that only reports is refused. */
    static RedactionPolicy storing(EngineParts parts, Optional<RedactionPolicy> asked) {
        RedactionPolicy policy = asked.orElse(parts.redaction());
        if (policy.mode() == RedactionMode.REPORT) {
            throw new InvalidContentException(
                    ErrorCode.INVALID_REQUEST,
                    "the redaction policy has the mode REPORT, under which nothing is stored",
                    "Call inspect or inspectIac for the findings, or set the mode BALANCED or STRICT.",
                    Location.unknown());
        }
        return policy;
    }
}

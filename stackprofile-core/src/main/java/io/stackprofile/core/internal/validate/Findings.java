package io.stackprofile.core.internal.validate;

import io.stackprofile.error.Finding;
import io.stackprofile.error.Location;
import io.stackprofile.error.Severity;
import io.stackprofile.error.StackProfileException;
import java.util.Locale;

/** Writes findings. */
final class Findings {

    private Findings() {}

    static Finding error(StackProfileException fault) {
        return error(
                fault.code().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                fault.location(),
                fault.problem(),
                fault.remedy());
    }

    static Finding error(String code, Location location, String message, String hint) {
        return of(Severity.ERROR, code, location, message, hint);
    }

    static Finding of(Severity severity, String code, Location location, String message, String hint) {
        return Finding.builder()
                .severity(severity)
                .code(code)
                .location(location)
                .message(message)
                .hint(hint)
                .build();
    }
}

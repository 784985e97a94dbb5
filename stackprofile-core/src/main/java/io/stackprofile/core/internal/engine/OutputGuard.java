package io.stackprofile.core.internal.engine;

import io.stackprofile.Limits;
import io.stackprofile.capture.Redaction;
import io.stackprofile.core.internal.redact.RedactionContext;
import io.stackprofile.core.internal.redact.Redactor;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.SecretException;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.stack.StackSpec;
import java.util.List;

/** Detects secrets again where a template leaves the library and no plaintext is in hand to search for. */
final class OutputGuard {

    private final Redactor redactor;

    OutputGuard(Limits limits) {
        this.redactor = new Redactor(limits);
    }

    /** Refuses a version in which a secret stands in the open. */
    void requireClean(ProfileVersion version) {
        requireClean(version.spec(), version.parameters());
    }

    /** Refuses a stack in which a secret stands in the open. */
    void requireClean(StackSpec spec, List<Parameter> parameters) {
        List<Redaction> found = redactor.scan(spec, parameters, RedactionContext.none());
        if (!found.isEmpty()) {
            Redaction first = found.get(0);
            throw new SecretException(
                    ErrorCode.SECRET_EXPOSED,
                    found.size() + " secrets stand in the open, the first found by rule " + first.rule(),
                    "Capture the stack again or edit the place in a draft; both redact it.",
                    first.location());
        }
    }
}

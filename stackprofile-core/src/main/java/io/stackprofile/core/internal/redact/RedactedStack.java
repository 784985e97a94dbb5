package io.stackprofile.core.internal.redact;

import io.stackprofile.capture.Redaction;
import io.stackprofile.error.Finding;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.stack.StackSpec;
import java.util.List;

/**
 * A stack without its secrets.
 *
 * @param spec the stack, with a placeholder in each secret's place
 * @param parameters those given, then the new required secrets, in the order of their first places
 * @param redactions what was taken out, in the order of members and places
 * @param ledger the plaintexts, for sweeping the call's other outputs; close it when the call ends
 * @param warnings what was noticed
 */
public record RedactedStack(
        StackSpec spec,
        List<Parameter> parameters,
        List<Redaction> redactions,
        SecretLedger ledger,
        List<Finding> warnings) {

    /** Copies the lists. */
    public RedactedStack {
        parameters = List.copyOf(parameters);
        redactions = List.copyOf(redactions);
        warnings = List.copyOf(warnings);
    }
}

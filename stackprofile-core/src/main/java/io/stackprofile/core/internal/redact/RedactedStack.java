package io.stackprofile.core.internal.redact;

import io.stackprofile.capture.Redaction;
import io.stackprofile.capture.RedactionPolicy;
import io.stackprofile.capture.RoundTrip;
import io.stackprofile.core.internal.redact.sweep.SecretLedger;
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
 * @param restoration puts what was taken out back, to prove that the given texts come back
 * @param policy how secrets were told, with no secret in its own texts
 * @param warnings what was noticed
 */
public record RedactedStack(
        StackSpec spec,
        List<Parameter> parameters,
        List<Redaction> redactions,
        SecretLedger ledger,
        Restoration restoration,
        RedactionPolicy policy,
        List<Finding> warnings) {

    /** Copies the lists. */
    public RedactedStack {
        parameters = List.copyOf(parameters);
        redactions = List.copyOf(redactions);
        warnings = List.copyOf(warnings);
    }

    /** The captured value of each parameter that a secret became, by name; in memory for one call. */
    public CapturedSecrets secrets() {
        return restoration.secrets();
    }

    /** The proof that binding what was taken out gives the given texts back; placeholders in those must be declared. */
    public RoundTrip roundTrip() {
        return restoration.proof(spec);
    }
}

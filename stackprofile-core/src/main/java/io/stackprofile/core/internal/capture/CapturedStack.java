package io.stackprofile.core.internal.capture;

import io.stackprofile.capture.CaptureReport;
import io.stackprofile.capture.RedactionPolicy;
import io.stackprofile.core.internal.redact.CapturedSecrets;
import io.stackprofile.core.internal.redact.sweep.SecretLedger;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterRule;
import io.stackprofile.stack.StackSpec;
import java.util.List;

/**
 * A stack as a template, and the plaintexts that were taken out of it, for the sweep. Close it to wipe those.
 *
 * @param spec members with placeholders
 * @param parameters what callers fill in
 * @param rules those of the version before that still fit the parameters
 * @param report what was taken out and noticed
 * @param redaction how secrets were told
 * @param secrets the plaintexts that became parameters
 * @param ledger the plaintexts, in memory for one call
 */
public record CapturedStack(
        StackSpec spec,
        List<Parameter> parameters,
        List<ParameterRule> rules,
        CaptureReport report,
        RedactionPolicy redaction,
        CapturedSecrets secrets,
        SecretLedger ledger)
        implements AutoCloseable {

    @Override
    public void close() {
        ledger.close();
    }

    /** Says how much, never what. */
    @Override
    public String toString() {
        return "CapturedStack[members=" + spec.members().size() + ", parameters=" + parameters.size() + "]";
    }
}

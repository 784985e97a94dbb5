package io.stackprofile.core.internal.redact;

import io.stackprofile.Limits;
import io.stackprofile.capture.Redaction;
import io.stackprofile.core.internal.redact.rule.Knowledge;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.SecretException;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.stack.StackSpec;
import java.util.List;

/**
 * Takes the secrets out of a stack. Pass one decides scalar by scalar what is a secret; pass two searches the rest of the
 * stack for the same values in any encoding; then every place gets a placeholder or, where none can stand, the constant
 * {@code [redacted]}; at last the result is swept. Immutable and thread-safe.
 */
public final class Redactor {

    private final Knowledge knowledge;
    private final Limits limits;

    /** A redactor that reads texts within {@code limits}. */
    public Redactor(Knowledge knowledge, Limits limits) {
        this.knowledge = knowledge;
        this.limits = limits;
    }

    /**
     * The stack without its secrets. Texts without any come back as they were; redacting twice changes nothing.
     *
     * @throws InvalidContentException when a member's text is not YAML
     * @throws SecretException {@link ErrorCode#SECRET_EXPOSED} when a secret also stands where nothing can replace it,
     *     such as in a member's name
     */
    public RedactedStack redact(StackSpec spec, List<Parameter> parameters, RedactionContext context) {
        StackScan scan = StackScan.of(spec, parameters, context, knowledge, limits);
        return new RedactionRun(scan, context, limits).redact();
    }

    /**
     * What {@link #redact} would take out, in order; empty when the stack is clean.
     *
     * @throws InvalidContentException when a member's text is not YAML
     */
    public List<Redaction> scan(StackSpec spec, List<Parameter> parameters, RedactionContext context) {
        StackScan scan = StackScan.of(spec, parameters, context, knowledge, limits);
        List<Redaction> findings = new RedactionReport(scan, context).findings();
        scan.ledger().close();
        return findings;
    }
}

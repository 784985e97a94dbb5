package io.stackprofile.core.internal.redact;

import io.stackprofile.Limits;
import io.stackprofile.capture.Redaction;
import io.stackprofile.capture.RedactionPolicy;
import io.stackprofile.core.internal.redact.policy.ScanPolicy;
import io.stackprofile.core.internal.redact.rule.Knowledge;
import io.stackprofile.core.internal.redact.sweep.SecretLedger;
import io.stackprofile.core.internal.redact.sweep.Sweep;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.SecretException;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.stack.StackSpec;
import java.util.List;
import java.util.Set;

/**
 * Takes the secrets out of a stack. Pass one decides scalar by scalar what is a secret; pass two searches the rest of the
 * stack for the same values in any encoding; then every place gets a placeholder or, where none can stand, the constant
 * {@code [redacted]}; at last the result is swept. Immutable and thread-safe.
 */
public final class Redactor {

    private final Knowledge knowledge;
    private final Limits limits;
    private final RedactionPolicy policy;
    private final ScanPolicy scanPolicy;
    private final Set<String> names;

    /** A redactor that reads texts within {@code limits} and knows of secrets what the library knows. */
    public Redactor(Knowledge knowledge, Limits limits) {
        this(knowledge, limits, RedactionPolicy.balanced());
    }

    /** A redactor that reads texts within {@code limits} and does as {@code policy} says. */
    public Redactor(Knowledge knowledge, Limits limits, RedactionPolicy policy) {
        this(knowledge.with(policy.secretNames(), policy.harmlessNames()), limits, policy, Set.of());
    }

    private Redactor(Knowledge knowledge, Limits limits, RedactionPolicy policy, Set<String> names) {
        this.knowledge = knowledge;
        this.limits = limits;
        this.policy = policy;
        this.scanPolicy = ScanPolicy.of(policy);
        this.names = names;
    }

    /** One that leaves {@code own} alone where it stands as a name: of the caller, the cluster, the stack, the profile. */
    public Redactor knowing(String... own) {
        return new Redactor(knowledge, limits, policy, Set.copyOf(List.of(own)));
    }

    /**
     * One that knows the same words, of no place that the caller has a say on, and is not strict: for texts that stand in no
     * document, such as changelogs, which name commits and digests.
     */
    public Redactor forTexts() {
        return new Redactor(knowledge, limits);
    }

    /**
     * The stack without its secrets. Texts without any come back as they were; redacting twice changes nothing.
     *
     * @throws InvalidContentException when a member's text is not YAML
     * @throws SecretException {@link ErrorCode#SECRET_EXPOSED} when a secret also stands where nothing can replace it,
     *     such as in a member's name
     */
    public RedactedStack redact(StackSpec spec, List<Parameter> parameters, RedactionContext context) {
        StackScan scan = StackScan.of(spec, parameters, context, knowledge, limits, scanPolicy, names);
        return new RedactionRun(scan, context, policy, limits).redact();
    }

    /**
     * What {@link #redact} would take out, in order; empty when the stack is clean.
     *
     * @throws InvalidContentException when a member's text is not YAML
     */
    public List<Redaction> scan(StackSpec spec, List<Parameter> parameters, RedactionContext context) {
        StackScan scan = StackScan.of(spec, parameters, context, knowledge, limits, scanPolicy, names);
        try (SecretLedger ledger = scan.ledger()) {
            return new RedactionReport(scan, context).findings();
        }
    }

    /**
     * What a strict {@link #redact} would take out, what the caller allows, and what was noticed.
     *
     * @throws InvalidContentException when a member's text is not YAML
     * @throws SecretException {@link ErrorCode#SECRET_EXPOSED} when a secret stands where the report would repeat it, such
     *     as in a member's name
     */
    public Inspection inspect(StackSpec spec, List<Parameter> parameters, RedactionContext context) {
        StackScan scan = StackScan.of(spec, parameters, context, knowledge, limits, scanPolicy.strictly(), names);
        try (SecretLedger ledger = scan.ledger()) {
            RedactionReport report = new RedactionReport(scan, context);
            Inspection found = new Inspection(report.inspection(), OverrideWarnings.of(scan, report));
            Sweep sweep = Sweep.of(ledger);
            found.redactions().forEach(entry -> sweep.requireAbsent("the name of a member", entry.toString()));
            found.warnings().forEach(entry -> sweep.requireAbsent("a warning", entry.toString()));
            return found;
        }
    }
}

package io.stackprofile.core.internal.validate;

import io.stackprofile.Limits;
import io.stackprofile.capture.Redaction;
import io.stackprofile.core.internal.format.ChartVersion;
import io.stackprofile.core.internal.graph.DuplicateObjects;
import io.stackprofile.core.internal.graph.EdgeAudit;
import io.stackprofile.core.internal.graph.InferredEdges;
import io.stackprofile.core.internal.graph.StackObjects;
import io.stackprofile.core.internal.parameter.ParameterContract;
import io.stackprofile.core.internal.redact.RedactionContext;
import io.stackprofile.core.internal.redact.Redactor;
import io.stackprofile.core.internal.template.FieldTexts;
import io.stackprofile.core.internal.template.Template;
import io.stackprofile.error.Finding;
import io.stackprofile.error.Location;
import io.stackprofile.error.Severity;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterRule;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.StackSpec;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds everything that is wrong with a draft, at once. Pure and thread-safe. */
public final class DraftValidator {

    private final Redactor redactor;
    private final Limits limits;

    /** A validator under {@code limits}. */
    public DraftValidator(Redactor redactor, Limits limits) {
        this.redactor = redactor;
        this.limits = limits;
    }

    /** Every finding: of the stack, of each member, of its objects and edges, of parameters and rules, of open secrets. */
    public List<Finding> findings(StackSpec spec, List<Parameter> parameters, List<ParameterRule> rules) {
        List<Finding> findings = new ArrayList<>();
        checkStack(spec, parameters, findings);
        Set<String> used = new LinkedHashSet<>();
        Map<String, Parameter> byName = SpecChecks.byName(parameters);
        boolean compiled = true;
        for (Member member : spec.members()) {
            checkAddon(member, findings);
            findings.addAll(FieldTexts.problems(member, byName));
            used.addAll(FieldTexts.parameters(member));
            compiled &= checkTemplate(member, byName, used, findings);
        }
        checkObjects(spec, findings);
        findings.addAll(ParameterContract.check(parameters, rules));
        if (compiled) {
            // What decides another parameter, or is read by a rule, has its use.
            parameters.stream()
                    .filter(DraftValidator::setsOthers)
                    .map(Parameter::name)
                    .forEach(used::add);
            rules.forEach(rule -> used.addAll(rule.parameters()));
            checkUse(parameters, used, findings);
            checkSecrets(spec, parameters, findings);
        }
        return findings;
    }

    private void checkStack(StackSpec spec, List<Parameter> parameters, List<Finding> findings) {
        if (spec.members().isEmpty()) {
            findings.add(
                    Findings.error("empty-stack", Location.unknown(), "the stack has no members", "Add a member."));
        }
        for (Runnable check : List.<Runnable>of(
                () -> SpecChecks.requireWithin(spec, limits), () -> SpecChecks.requireWithin(parameters, limits))) {
            try {
                check.run();
            } catch (StackProfileException fault) {
                findings.add(Findings.error(fault));
            }
        }
        findings.addAll(ParentChecks.findings(spec));
    }

    private void checkObjects(StackSpec spec, List<Finding> findings) {
        StackObjects objects = StackObjects.of(spec, limits);
        findings.addAll(ObjectChecks.findings(objects));
        findings.addAll(DuplicateObjects.findings(objects, Severity.ERROR));
        findings.addAll(OutsideNeeds.findings(spec, objects));
        findings.addAll(EdgeAudit.findings(spec, InferredEdges.of(spec, objects)));
    }

    private static void checkAddon(Member member, List<Finding> findings) {
        if (member instanceof Addon addon
                && ChartVersion.of(addon.chartVersion()).isEmpty()
                && !addon.chartVersion().contains("${{")) {
            findings.add(Findings.error(
                    "inexact-chart-version",
                    Location.member(addon.ref()),
                    "the chart version is not one exact version",
                    "Name one version, such as 4.11.3."));
        }
    }

    private boolean checkTemplate(
            Member member, Map<String, Parameter> parameters, Set<String> used, List<Finding> findings) {
        if (member.text().isEmpty()) {
            return true;
        }
        String text = member.text().get();
        try {
            List<Finding> problems = Template.problems(member.ref(), Optional.empty(), text, parameters, limits);
            findings.addAll(problems);
            if (problems.isEmpty()) {
                used.addAll(Template.compile(member.ref(), Optional.empty(), text, parameters, limits)
                        .parameters());
            }
            return problems.isEmpty();
        } catch (StackProfileException fault) {
            findings.add(Findings.error(fault));
            return false;
        }
    }

    private static boolean setsOthers(Parameter parameter) {
        return parameter.options().stream().anyMatch(option -> !option.sets().isEmpty());
    }

    private static void checkUse(List<Parameter> parameters, Set<String> used, List<Finding> findings) {
        for (Parameter parameter : parameters) {
            if (!used.contains(parameter.name())) {
                findings.add(Finding.builder()
                        .severity(Severity.WARNING)
                        .code("unused-parameter")
                        .message("parameter '" + parameter.name() + "' is used nowhere")
                        .hint("Remove it, or put its placeholder into a member.")
                        .build());
            }
        }
    }

    private void checkSecrets(StackSpec spec, List<Parameter> parameters, List<Finding> findings) {
        for (Redaction found : redactor.scan(spec, parameters, RedactionContext.none())) {
            findings.add(Findings.error(
                    "plaintext-secret",
                    found.location(),
                    "a secret stands in the open, by rule " + found.rule(),
                    "Edit the member in the draft; what is put in is redacted."));
        }
    }
}

package io.stackprofile.core.internal.parameter;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Finding;
import io.stackprofile.error.ValidationException;
import io.stackprofile.parameter.Binding;
import io.stackprofile.parameter.BindingSource;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterRule;
import io.stackprofile.parameter.ParameterType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives every parameter of a version its binding: what the caller gave, else what a chosen option sets, else the
 * parameter set's, else what an instance that is updated had, else the default, else, for a secret, one that is generated,
 * else empty. What an instance had of its own goes before what options set that it had chosen then; only an option chosen
 * now goes before it. The rules are compiled once; immutable and safe to share between threads.
 */
public final class BindingResolver {

    private final Map<String, Parameter> parameters = new LinkedHashMap<>();
    private final List<ParameterRule> rules;
    private final List<String> order;
    private final SchemaCheck schema;

    private BindingResolver(List<Parameter> parameters, List<ParameterRule> rules) {
        parameters.forEach(parameter -> this.parameters.put(parameter.name(), parameter));
        this.rules = List.copyOf(rules);
        this.order = OptionOrder.of(parameters);
        this.schema = new SchemaCheck(parameters.stream()
                .filter(parameter -> parameter.type() != ParameterType.SECRET)
                .toList());
    }

    /**
     * Compiles the rules of {@code parameters} and those between them.
     *
     * @throws ValidationException {@link ErrorCode#INVALID_DRAFT} when {@link ParameterContract} finds an error in them
     */
    public static BindingResolver of(List<Parameter> parameters, List<ParameterRule> rules) {
        List<Finding> broken = ParameterContract.check(parameters, rules);
        if (!broken.isEmpty()) {
            throw new ValidationException(
                    ErrorCode.INVALID_DRAFT,
                    "the parameters contradict themselves",
                    "Mend them in a draft and publish a new version.",
                    broken);
        }
        return new BindingResolver(parameters, rules);
    }

    /** {@link #resolve(Given)} of bindings alone, for a single use. */
    public static List<Binding> resolve(List<Parameter> parameters, List<Binding> given) {
        return of(parameters, List.of()).resolve(Given.of(given));
    }

    /**
     * A binding for each parameter, in the parameters' order. A text that is given for a number or boolean and reads as
     * one becomes one. What is optional, without default and not given is bound to an empty text, zero, false or the
     * first choice, with source {@link BindingSource#EMPTY}; the options of such a choice count as chosen.
     *
     * @throws ValidationException {@link ErrorCode#INVALID_BINDING} with everything that is wrong, in the parameters'
     *     order, then unknown names, then rules that are not met
     */
    public List<Binding> resolve(Given given) {
        Resolution resolution = assess(given);
        List<Finding> all = new ArrayList<>();
        parameters.keySet().forEach(name -> all.addAll(resolution.wrong(name)));
        all.addAll(resolution.others());
        if (!all.isEmpty()) {
            throw new ValidationException(
                    ErrorCode.INVALID_BINDING,
                    "the bindings do not fit the parameters",
                    "Mend the bindings; the version's parameters say what they take.",
                    all);
        }
        return resolution.bindings();
    }

    /** What {@link #resolve(Given)} finds, without refusing it. */
    public Resolution assess(Given given) {
        Findings findings = new Findings();
        BindingRun run = new BindingRun(parameters, given, findings);
        Map<String, Binding> bound = run.bind(order);
        schema.check(run.usable(bound)).forEach(findings::addAll);
        for (ParameterRule rule : rules) {
            if (findings.areSound(rule.parameters()) && !RuleCheck.isMet(rule, bound)) {
                findings.addLast(BindingFindings.brokenRule(rule));
            }
        }
        return new Resolution(List.copyOf(bound.values()), run.now(), findings.byParameter(), findings.others());
    }
}

package io.stackprofile.core.internal.parameterise;

import io.stackprofile.capture.Redaction;
import io.stackprofile.core.internal.validate.SpecChecks;
import io.stackprofile.error.NotFoundException;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterRule;
import io.stackprofile.stack.StackSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What an edit of a draft may change.
 *
 * @param spec the members
 * @param parameters the parameters, in order
 * @param rules the rules between parameters, in order
 * @param redactions what was redacted so far
 */
public record Contents(
        StackSpec spec, List<Parameter> parameters, List<ParameterRule> rules, List<Redaction> redactions) {

    /** Copies the lists. */
    public Contents {
        parameters = List.copyOf(parameters);
        rules = List.copyOf(rules);
        redactions = List.copyOf(redactions);
    }

    /** The same with other members. */
    public Contents with(StackSpec changed) {
        return new Contents(changed, parameters, rules, redactions);
    }

    /** The same with other parameters. */
    public Contents with(List<Parameter> changed) {
        return new Contents(spec, changed, rules, redactions);
    }

    Map<String, Parameter> byName() {
        return SpecChecks.byName(parameters);
    }

    /** The parameter called {@code name}, which must be there. */
    Parameter parameter(String name) {
        Parameter found = byName().get(name);
        if (found == null) {
            throw new NotFoundException(
                    "the draft has no parameter '" + name + "'", "Show the draft to see its parameters.");
        }
        return found;
    }

    /** The parameters with {@code changed} in place of the one called {@code name}. */
    List<Parameter> replacing(String name, Parameter changed) {
        List<Parameter> replaced = new ArrayList<>(parameters);
        replaced.replaceAll(parameter -> parameter.name().equals(name) ? changed : parameter);
        return replaced;
    }
}

package io.stackprofile.core.internal.merge;

import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterRule;
import io.stackprofile.stack.StackSpec;
import java.util.List;

/**
 * A stack with its contract, as one side has it.
 *
 * @param spec the members
 * @param parameters the parameters, in order
 * @param rules the rules between them, in order
 */
public record Side(StackSpec spec, List<Parameter> parameters, List<ParameterRule> rules) {

    /** Copies the lists. */
    public Side {
        parameters = List.copyOf(parameters);
        rules = List.copyOf(rules);
    }
}

package io.stackprofile.core.internal.capture;

import io.stackprofile.core.internal.parameter.RuleContract;
import io.stackprofile.error.Finding;
import io.stackprofile.error.Severity;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterRule;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules of the version before that still make sense: a capture makes its parameters anew.
 *
 * @param rules those kept
 * @param warnings one for each that was left out
 */
record KeptRules(List<ParameterRule> rules, List<Finding> warnings) {

    static KeptRules of(List<ParameterRule> before, List<Parameter> parameters) {
        List<ParameterRule> kept = new ArrayList<>();
        List<Finding> warnings = new ArrayList<>();
        for (ParameterRule rule : before) {
            List<Finding> broken = RuleContract.check(List.of(rule), parameters);
            if (broken.isEmpty()) {
                kept.add(rule);
            } else {
                warnings.add(leftOut(rule, broken.get(0)));
            }
        }
        return new KeptRules(List.copyOf(kept), List.copyOf(warnings));
    }

    private static Finding leftOut(ParameterRule rule, Finding why) {
        return Finding.builder()
                .severity(Severity.WARNING)
                .code("rule-left-out")
                .location(why.location())
                .message("rule " + rule.name()
                        + " of the version before was left out, since it does not fit the parameters" + " any more: "
                        + why.message())
                .hint("Add the parameter and the rule again in a draft.")
                .build();
    }
}

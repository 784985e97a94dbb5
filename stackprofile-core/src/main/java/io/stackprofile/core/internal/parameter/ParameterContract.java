package io.stackprofile.core.internal.parameter;

import io.stackprofile.error.Finding;
import io.stackprofile.error.Location;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterRule;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.parameter.SecretValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Finds where parameters and rules contradict themselves and each other: what their own constructors cannot see. */
public final class ParameterContract {

    private ParameterContract() {}

    /**
     * Everything that is wrong, all of it errors: of each parameter in order, then of options that set others, then of
     * rules.
     */
    public static List<Finding> check(List<Parameter> parameters, List<ParameterRule> rules) {
        List<Finding> findings = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Parameter parameter : parameters) {
            List<Finding> own = new ArrayList<>();
            if (!names.add(parameter.name())) {
                own.add(BindingFindings.duplicateParameter(parameter.name()));
            }
            checkOwn(parameter, own);
            own.forEach(finding -> findings.add(at(parameter, finding)));
        }
        findings.addAll(OptionContract.check(parameters));
        findings.addAll(RuleContract.check(rules, parameters));
        return List.copyOf(findings);
    }

    private static Finding at(Parameter parameter, Finding finding) {
        return Finding.builder()
                .severity(finding.severity())
                .code(finding.code())
                .location(Location.builder()
                        .path("/parameters/" + parameter.name())
                        .build())
                .message(finding.message())
                .hint(finding.hint())
                .build();
    }

    private static void checkOwn(Parameter parameter, List<Finding> findings) {
        if (new HashSet<>(parameter.enumValues()).size()
                < parameter.enumValues().size()) {
            findings.add(BindingFindings.duplicateChoice(parameter));
        }
        boolean pattern = isPattern(parameter);
        if (!pattern) {
            findings.add(BindingFindings.badPattern(parameter));
        }
        boolean limits = areLimitsSound(parameter, findings);
        parameter.defaultValue().ifPresent(value -> checkDefault(parameter, value, findings));
        if (parameter.generate().isPresent() && pattern && limits && !canBeGenerated(parameter)) {
            findings.add(BindingFindings.error(
                    "invalid-generation",
                    BindingFindings.named(parameter) + " is generated, and none of 200 secrets made so fits its own"
                            + " rules",
                    "Change its length or alphabet, or its pattern, lengths and format."));
        }
    }

    private static void checkDefault(Parameter parameter, ParameterValue value, List<Finding> findings) {
        for (Finding broken : ValueCheck.of(parameter, value)) {
            findings.add(BindingFindings.ofDefault(parameter, broken));
        }
    }

    private static boolean areLimitsSound(Parameter parameter, List<Finding> findings) {
        Optional<BigDecimal> least = parameter.minimum();
        Optional<BigDecimal> most = parameter.maximum();
        boolean numbers = least.isEmpty() || most.isEmpty() || least.get().compareTo(most.get()) <= 0;
        if (!numbers) {
            findings.add(crossed(parameter, "minimum", "maximum"));
        }
        boolean lengths =
                parameter.minLength().orElse(0) <= parameter.maxLength().orElse(Integer.MAX_VALUE);
        if (!lengths) {
            findings.add(crossed(parameter, "minLength", "maxLength"));
        }
        return numbers && lengths;
    }

    private static Finding crossed(Parameter parameter, String least, String most) {
        return BindingFindings.error(
                "crossed-limits",
                BindingFindings.named(parameter) + " has a " + least + " above its " + most,
                "Raise " + most + " or lower " + least + ".");
    }

    private static boolean isPattern(Parameter parameter) {
        return parameter
                .pattern()
                .map(pattern -> LinearPattern.compile(pattern).isPresent())
                .orElse(true);
    }

    /** Always answers the same for the same parameter: what is drawn here is thrown away, and need not be secret. */
    private static boolean canBeGenerated(Parameter parameter) {
        if (parameter.type() != ParameterType.SECRET) {
            return false;
        }
        Optional<SecretValue> drawn =
                GeneratedSecret.draw(parameter, new Random(parameter.name().hashCode()));
        drawn.ifPresent(SecretValue::close);
        return drawn.isPresent();
    }
}

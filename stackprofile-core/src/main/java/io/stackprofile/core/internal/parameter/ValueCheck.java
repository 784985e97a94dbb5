package io.stackprofile.core.internal.parameter;

import io.stackprofile.error.Finding;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks one value against its parameter's rules. */
public final class ValueCheck {

    private ValueCheck() {}

    /** Everything wrong with {@code value}; nothing is said of rules that are broken themselves. */
    public static List<Finding> of(Parameter parameter, ParameterValue value) {
        Optional<Finding> unusable = unusable(parameter, value);
        if (unusable.isPresent()) {
            return List.of(unusable.get());
        }
        if (parameter.pattern().isPresent()
                && LinearPattern.compile(parameter.pattern().get()).isEmpty()) {
            return List.of();
        }
        return new SchemaCheck(List.of(parameter))
                .check(Map.of(parameter.name(), value))
                .getOrDefault(parameter.name(), List.of());
    }

    /** Why a value is none at all for its parameter: of another type, or one that no document can hold. */
    static Optional<Finding> unusable(Parameter parameter, ParameterValue value) {
        if (value.kind() != ValueReader.kind(parameter.type())
                || (value.kind() == ParameterValue.Kind.NUMBER && !ValueReader.isFinite(value))) {
            return Optional.of(BindingFindings.wrongType(parameter));
        }
        return ValueReader.isWhole(value.text())
                ? Optional.empty()
                : Optional.of(BindingFindings.brokenText(parameter));
    }
}

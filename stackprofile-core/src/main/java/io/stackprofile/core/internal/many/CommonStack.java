package io.stackprofile.core.internal.many;

import io.stackprofile.Limits;
import io.stackprofile.capture.CommonParameter;
import io.stackprofile.capture.SourceResidual;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.stack.StackSpec;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What several stacks have in common, as a template, and what each has of its own.
 *
 * @param spec the leading stack with a placeholder wherever another one differs
 * @param parameters the leading stack's, then those made of differences
 * @param common those made of differences, with their places
 * @param values for each source the values of parameters that are not secrets, by name
 * @param residuals for each source what its values do not give back
 */
public record CommonStack(
        StackSpec spec,
        List<Parameter> parameters,
        List<CommonParameter> common,
        List<Map<String, ParameterValue>> values,
        List<List<SourceResidual>> residuals) {

    /**
     * How to tell what must not come out.
     *
     * @param clean whether a text holds none of any source's secrets
     * @param harmless whether a parameter does not look like a secret by its name and default
     * @param mask takes secrets out of a text
     */
    public record Guard(Predicate<String> clean, Predicate<Parameter> harmless, UnaryOperator<String> mask) {

        boolean isHarmless(Parameter parameter) {
            return clean.test(parameter.name()) && harmless.test(parameter);
        }

        boolean admits(Vector vector) {
            return vector.secret()
                    || vector.values().stream()
                            .filter(Objects::nonNull)
                            .allMatch(value -> clean.test(value.text())
                                    && clean.test(value.spelling().orElse("")));
        }
    }

    /** Copies the lists. */
    public CommonStack {
        parameters = List.copyOf(parameters);
        common = List.copyOf(common);
        values = List.copyOf(values);
        residuals = List.copyOf(residuals);
    }

    /**
     * Compares stacks that are redacted already.
     *
     * @param sources two or more, the leading one first
     */
    public static CommonStack of(List<SourceStack> sources, Guard guard, Limits limits) {
        return new CommonRun(sources, guard, limits).run();
    }

    /** Says how much, never what. */
    @Override
    public String toString() {
        return "CommonStack[members=" + spec.members().size() + ", common=" + common.size() + "]";
    }
}

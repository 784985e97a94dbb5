package io.stackprofile.core.internal.parameter;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Finding;
import io.stackprofile.error.ValidationException;
import io.stackprofile.parameter.Binding;
import io.stackprofile.parameter.BindingSource;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives every parameter of a version its binding: what the caller gave, else the default, else empty. The rules are
 * compiled once; immutable and safe to share between threads.
 */
public final class BindingResolver {

    private final Map<String, Parameter> parameters = new LinkedHashMap<>();
    private final SchemaCheck schema;

    private BindingResolver(List<Parameter> parameters) {
        parameters.forEach(parameter -> this.parameters.put(parameter.name(), parameter));
        this.schema = new SchemaCheck(parameters.stream()
                .filter(parameter -> parameter.type() != ParameterType.SECRET)
                .toList());
    }

    /**
     * Compiles the rules of {@code parameters}.
     *
     * @throws ValidationException {@link ErrorCode#INVALID_DRAFT} when {@link ParameterContract} finds an error in them
     */
    public static BindingResolver of(List<Parameter> parameters) {
        List<Finding> broken = ParameterContract.check(parameters);
        if (!broken.isEmpty()) {
            throw new ValidationException(
                    ErrorCode.INVALID_DRAFT,
                    "the parameters contradict themselves",
                    "Mend them in a draft and publish a new version.",
                    broken);
        }
        return new BindingResolver(parameters);
    }

    /** {@link #resolve(List)} for a single use. */
    public static List<Binding> resolve(List<Parameter> parameters, List<Binding> given) {
        return of(parameters).resolve(given);
    }

    /**
     * A binding for each parameter, in the parameters' order. A text that is given for a number or boolean and reads as
     * one becomes one. What is optional, without default and not given is bound to an empty text, zero, false or the
     * first choice, with source {@link BindingSource#EMPTY}; given bindings of that source count as not given.
     *
     * @throws ValidationException {@link ErrorCode#INVALID_BINDING} with everything that is wrong, in the parameters'
     *     order, unknown names last
     */
    public List<Binding> resolve(List<Binding> given) {
        Findings findings = new Findings();
        Map<String, Binding> bound = index(given, findings);
        Map<String, ParameterValue> values = new LinkedHashMap<>();
        List<Binding> resolved = new ArrayList<>(parameters.size());
        for (Parameter parameter : parameters.values()) {
            Binding binding = bind(parameter, bound.get(parameter.name()), findings);
            binding.value()
                    .filter(value -> binding.source() != BindingSource.EMPTY && isUsable(parameter, value, findings))
                    .ifPresent(value -> values.put(parameter.name(), value));
            resolved.add(binding);
        }
        schema.check(values).forEach(findings::add);
        findings.refuse(parameters.keySet());
        return List.copyOf(resolved);
    }

    private Map<String, Binding> index(List<Binding> given, Findings findings) {
        Map<String, Binding> bound = new HashMap<>();
        for (Binding binding : given) {
            Parameter parameter = parameters.get(binding.parameter());
            if (parameter == null) {
                findings.addLast(BindingFindings.unknown(binding.parameter(), parameters.keySet()));
            } else if (binding.source() != BindingSource.EMPTY
                    && bound.putIfAbsent(binding.parameter(), binding) != null) {
                findings.add(parameter.name(), BindingFindings.duplicate(parameter));
            }
        }
        return bound;
    }

    private static Binding bind(Parameter parameter, @Nullable Binding given, Findings findings) {
        if (given == null) {
            return unbound(parameter, findings);
        }
        boolean secret = parameter.type() == ParameterType.SECRET;
        if (secret && given.value().isPresent()) {
            findings.add(parameter.name(), BindingFindings.secretByValue(parameter));
        } else if (!secret && given.secretRef().isPresent()) {
            findings.add(parameter.name(), BindingFindings.referenceToNonSecret(parameter));
        }
        return given.value()
                .map(value -> binding(parameter, ValueReader.read(parameter.type(), value), given.source()))
                .orElse(given);
    }

    private static Binding unbound(Parameter parameter, Findings findings) {
        if (parameter.required()) {
            findings.add(parameter.name(), BindingFindings.missing(parameter));
        }
        return parameter
                .defaultValue()
                .map(value -> binding(parameter, value, BindingSource.DEFAULT))
                .orElseGet(() -> binding(parameter, empty(parameter), BindingSource.EMPTY));
    }

    private static boolean isUsable(Parameter parameter, ParameterValue value, Findings findings) {
        if (parameter.type() == ParameterType.SECRET) {
            return false;
        }
        if (value.kind() == ParameterValue.Kind.NUMBER && !ValueReader.isFinite(value)) {
            findings.add(parameter.name(), BindingFindings.wrongType(parameter));
            return false;
        }
        if (!ValueReader.isWhole(value.text())) {
            findings.add(parameter.name(), BindingFindings.brokenText(parameter));
            return false;
        }
        return true;
    }

    private static Binding binding(Parameter parameter, ParameterValue value, BindingSource source) {
        return Binding.builder()
                .parameter(parameter.name())
                .value(value)
                .source(source)
                .build();
    }

    private static ParameterValue empty(Parameter parameter) {
        return switch (parameter.type()) {
            case STRING, SECRET -> ParameterValue.of("");
            case NUMBER -> ParameterValue.of(0);
            case BOOLEAN -> ParameterValue.of(false);
            case ENUM -> ParameterValue.of(parameter.enumValues().get(0));
        };
    }
}

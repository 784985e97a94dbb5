package io.stackprofile.core.internal.parameter;

import io.stackprofile.error.Finding;
import io.stackprofile.parameter.Binding;
import io.stackprofile.parameter.BindingSource;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterOption;
import io.stackprofile.parameter.ParameterSource;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.parameter.SecretRef;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Binds the parameters of a version once: for each, the first source that has something for it. Not thread-safe. */
final class BindingRun {

    private final Map<String, Parameter> parameters;
    private final Given given;
    private final Findings findings;
    private final Map<String, Binding> explicit = new HashMap<>();
    private final Map<String, ParameterSource> set = new HashMap<>();
    /** What the options chosen so far set. */
    private final Map<String, ParameterValue> chosen = new HashMap<>();
    /** Of that, what was chosen now and not carried or by default. */
    private final Map<String, ParameterValue> chosenNow = new HashMap<>();

    private final Set<String> now = new HashSet<>();

    BindingRun(Map<String, Parameter> parameters, Given given, Findings findings) {
        this.parameters = parameters;
        this.given = given;
        this.findings = findings;
        given.bindings().stream()
                .filter(binding -> binding.source() == BindingSource.EXPLICIT)
                .forEach(this::take);
        given.set().ifPresent(sources -> sources.sources().forEach(this::take));
    }

    /**
     * A binding for each parameter, in the parameters' order.
     *
     * @param order the order to decide them in: one whose options set another before it
     */
    Map<String, Binding> bind(List<String> order) {
        Map<String, Binding> decided = new HashMap<>();
        for (String name : order) {
            Parameter parameter = parameters.get(name);
            if (parameter != null) {
                Binding binding = bind(parameter);
                decided.put(name, binding);
                binding.value().ifPresent(value -> choose(parameter, value));
            }
        }
        Map<String, Binding> bound = new LinkedHashMap<>();
        parameters
                .keySet()
                .forEach(name -> Optional.ofNullable(decided.get(name)).ifPresent(b -> bound.put(name, b)));
        return bound;
    }

    /** The parameters that are given now, or set by an option chosen now. */
    Set<String> now() {
        return now;
    }

    /** The values to check; what cannot be a value at all is reported here. */
    Map<String, ParameterValue> usable(Map<String, Binding> bound) {
        Map<String, ParameterValue> values = new LinkedHashMap<>();
        for (Parameter parameter : parameters.values()) {
            Binding binding = bound.get(parameter.name());
            if (binding != null
                    && parameter.type() != ParameterType.SECRET
                    && binding.source() != BindingSource.EMPTY) {
                binding.value()
                        .filter(value -> isUsable(parameter, value))
                        .ifPresent(value -> values.put(parameter.name(), value));
            }
        }
        return values;
    }

    private boolean isUsable(Parameter parameter, ParameterValue value) {
        // Of another kind is for the schema to say, once: a number is not tried as one when it is a text.
        boolean number = value.kind() == ParameterValue.Kind.NUMBER;
        if (number && !ValueReader.isFinite(value)) {
            findings.add(parameter.name(), BindingFindings.wrongType(parameter));
            return false;
        }
        if (!ValueReader.isWhole(value.text())) {
            findings.add(parameter.name(), BindingFindings.brokenText(parameter));
            return false;
        }
        return true;
    }

    private void take(Binding binding) {
        Parameter parameter = parameters.get(binding.parameter());
        if (parameter == null) {
            findings.addLast(BindingFindings.unknown(binding.parameter(), parameters.keySet()));
        } else if (explicit.putIfAbsent(binding.parameter(), binding) != null) {
            findings.add(parameter.name(), BindingFindings.duplicate(parameter));
        }
    }

    private void take(String name, ParameterSource source) {
        if (parameters.containsKey(name)) {
            set.put(name, source);
        } else {
            findings.addLast(BindingFindings.unknown(name, parameters.keySet()));
        }
    }

    private void choose(Parameter parameter, ParameterValue value) {
        parameter.options().stream()
                .filter(option -> option.value().equals(value.text()))
                .map(ParameterOption::sets)
                .forEach(sets -> {
                    chosen.putAll(sets);
                    if (now.contains(parameter.name())) {
                        chosenNow.putAll(sets);
                    }
                });
    }

    private Binding bind(Parameter parameter) {
        String name = parameter.name();
        ParameterSource source = set.get(name);
        if (explicit.containsKey(name) || chosenNow.containsKey(name) || source != null) {
            now.add(name);
        }
        Binding bound = explicit.get(name);
        if (bound != null) {
            return explicit(parameter, bound);
        }
        // What an option sets by a choice of before gives way to what the instance had beside that choice.
        boolean had = given.before().own().containsKey(name)
                || given.before().questions().containsKey(name);
        ParameterValue option = had ? chosenNow.get(name) : chosen.get(name);
        if (option != null) {
            return binding(parameter, option, BindingSource.OPTION);
        }
        return source == null ? had(parameter) : fromSet(parameter, source);
    }

    private Binding had(Parameter parameter) {
        Binding own = given.before().own().get(parameter.name());
        if (own != null) {
            return own.source() == BindingSource.GENERATED ? own : carried(parameter, own);
        }
        Finding question = given.before().questions().get(parameter.name());
        if (question != null) {
            findings.add(parameter.name(), question);
            return binding(parameter, empty(parameter), BindingSource.EMPTY);
        }
        ParameterValue earlier = given.before().defaults().get(parameter.name());
        return earlier == null ? unbound(parameter) : binding(parameter, earlier, BindingSource.CARRIED);
    }

    private static Binding carried(Parameter parameter, Binding own) {
        return own.secretRef()
                .map(ref -> binding(parameter, ref, BindingSource.CARRIED))
                .orElseGet(() -> binding(parameter, own.value().orElseThrow(), BindingSource.CARRIED));
    }

    private Binding explicit(Parameter parameter, Binding bound) {
        boolean secret = parameter.type() == ParameterType.SECRET;
        if (secret && bound.value().isPresent()) {
            findings.add(parameter.name(), BindingFindings.secretByValue(parameter));
        } else if (!secret && bound.secretRef().isPresent()) {
            findings.add(parameter.name(), BindingFindings.referenceToNonSecret(parameter));
        }
        bound.secretRef().ifPresent(ref -> requireNotReserved(parameter, ref));
        return bound.value()
                .map(value -> binding(parameter, value, BindingSource.EXPLICIT))
                .orElse(bound);
    }

    private Binding fromSet(Parameter parameter, ParameterSource source) {
        boolean secret = parameter.type() == ParameterType.SECRET;
        if (source instanceof ParameterSource.Reference reference) {
            requireNotReserved(parameter, reference.ref());
            return secret
                    ? binding(parameter, reference.ref(), BindingSource.PARAMETER_SET)
                    : binding(parameter, read(parameter, reference.ref()), BindingSource.PARAMETER_SET);
        }
        if (secret) {
            findings.add(parameter.name(), BindingFindings.secretByValue(parameter));
            return binding(parameter, empty(parameter), BindingSource.EMPTY);
        }
        return binding(parameter, ((ParameterSource.Value) source).value(), BindingSource.PARAMETER_SET);
    }

    private ParameterValue read(Parameter parameter, SecretRef ref) {
        if (!ref.scheme().equals("env") && !ref.scheme().equals("file")) {
            findings.add(parameter.name(), BindingFindings.remoteSource(parameter));
            return empty(parameter);
        }
        return given.local().apply(ref).map(ParameterValue::of).orElseGet(() -> {
            findings.add(parameter.name(), BindingFindings.nothingThere(parameter, ref));
            return empty(parameter);
        });
    }

    private void requireNotReserved(Parameter parameter, SecretRef ref) {
        if (ref.scheme().equals(Given.GENERATED)) {
            findings.add(parameter.name(), BindingFindings.reservedScheme(parameter));
        }
    }

    private Binding unbound(Parameter parameter) {
        if (parameter.generate().isPresent()) {
            Optional<SecretRef> ref = given.generated().apply(parameter.name());
            if (ref.isPresent()) {
                return binding(parameter, ref.get(), BindingSource.GENERATED);
            }
            findings.add(parameter.name(), BindingFindings.withoutVault(parameter));
        }
        if (parameter.required()) {
            findings.add(parameter.name(), BindingFindings.missing(parameter));
        }
        @Nullable ParameterValue value = parameter.defaultValue().orElse(null);
        return value == null
                ? binding(parameter, empty(parameter), BindingSource.EMPTY)
                : binding(parameter, value, BindingSource.DEFAULT);
    }

    private static Binding binding(Parameter parameter, SecretRef ref, BindingSource source) {
        return Binding.builder()
                .parameter(parameter.name())
                .secretRef(ref)
                .source(source)
                .build();
    }

    private static Binding binding(Parameter parameter, ParameterValue value, BindingSource source) {
        return Binding.builder()
                .parameter(parameter.name())
                .value(ValueReader.read(parameter.type(), value))
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

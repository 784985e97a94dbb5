package io.stackprofile.core.internal.migrate;

import io.stackprofile.core.internal.parameter.Before;
import io.stackprofile.core.internal.parameter.EffectiveBindings;
import io.stackprofile.error.Finding;
import io.stackprofile.instantiation.LostBinding;
import io.stackprofile.instantiation.MigrationTurn;
import io.stackprofile.instantiation.MigrationTurn.Kind;
import io.stackprofile.parameter.Binding;
import io.stackprofile.parameter.BindingSource;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An instance's bindings as they stand in one version on the way.
 *
 * @param contract the version
 * @param held what it has of its own there, by parameter
 * @param effective what each parameter comes to there
 * @param lost what got lost so far
 */
record Passage(
        VersionContract contract, Map<String, Held> held, Map<String, Binding> effective, List<LostBinding> lost) {

    /** Where the instance is: what it is bound to, of which only what it was given is its own. */
    static Passage start(VersionContract contract, List<Binding> bindings) {
        Map<String, Held> held = new LinkedHashMap<>();
        Map<String, Binding> effective = new LinkedHashMap<>();
        for (Binding binding : bindings) {
            String name = binding.parameter();
            effective.put(name, binding);
            if (isOwn(binding)) {
                held.put(name, Held.own(Trace.of(name), binding));
            }
        }
        return new Passage(contract, held, effective, List.of());
    }

    private static boolean isOwn(Binding binding) {
        return switch (binding.source()) {
            case EXPLICIT, PARAMETER_SET, CARRIED, GENERATED -> true;
            case OPTION, DEFAULT, EMPTY -> false;
        };
    }

    /**
     * The next version on the way.
     *
     * @param next what the instance has of its own there
     * @param defaults what it takes there in the place of defaults; what comes to that is its own from then on
     * @param more what got lost on this step
     */
    Passage next(
            VersionContract to, Map<String, Held> next, Map<String, ParameterValue> defaults, List<LostBinding> more) {
        List<LostBinding> all = new ArrayList<>(lost);
        all.addAll(more);
        Map<String, Binding> bound = EffectiveBindings.of(to.parameters(), before(to, next, defaults));
        Map<String, Held> reached = new LinkedHashMap<>(next);
        for (String name : defaults.keySet()) {
            Binding binding = bound.get(name);
            if (binding != null && binding.source() == BindingSource.CARRIED && !next.containsKey(name)) {
                Trace trace = Trace.NONE.then(new MigrationTurn(to.version(), Kind.EARLIER_DEFAULT, List.of(), name));
                reached.put(name, Held.own(trace, binding));
            }
        }
        return new Passage(to, reached, bound, all);
    }

    /** What the instance takes to the version's parameters. */
    Before before() {
        return before(contract, held, Map.of());
    }

    private static Before before(
            VersionContract contract, Map<String, Held> held, Map<String, ParameterValue> defaults) {
        Map<String, Binding> own = new LinkedHashMap<>();
        Map<String, Finding> questions = new LinkedHashMap<>();
        for (Parameter parameter : contract.parameters()) {
            String name = parameter.name();
            boolean secret = parameter.type() == ParameterType.SECRET;
            Optional<Held> had = Optional.ofNullable(held.get(name));
            had.flatMap(Held::binding).ifPresent(binding -> own.put(name, binding));
            had.flatMap(Held::question).ifPresent(question -> questions.put(name, question.about(name, secret)));
        }
        return new Before(own, defaults, questions);
    }

    Optional<Held> held(String parameter) {
        return Optional.ofNullable(held.get(parameter));
    }
}

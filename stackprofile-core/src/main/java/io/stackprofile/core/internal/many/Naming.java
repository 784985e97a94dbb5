package io.stackprofile.core.internal.many;

import io.stackprofile.core.internal.template.VariableRewrite;
import io.stackprofile.parameter.Parameter;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Gives groups names of their own: by place, and one that was a secret's already keeps it where it can. */
final class Naming {

    private final Set<String> taken = new HashSet<>();
    private final Set<String> kept = new HashSet<>();
    private final Predicate<Parameter> harmless;

    /**
     * Names beside those of the leading stack's parameters.
     *
     * @param harmless whether a parameter does not look like a secret, by its name and default
     */
    Naming(List<Parameter> leading, Predicate<Parameter> harmless) {
        leading.forEach(parameter -> taken.add(parameter.name()));
        this.harmless = harmless;
    }

    /** The group's parameter; none where every name makes it look like a secret. */
    Optional<Parameter> name(Group group) {
        if (!group.token().isEmpty() && kept.add(group.token())) {
            group.name(group.token());
            return Optional.of(InferredParameter.of(group));
        }
        List<String> names =
                group.token().isEmpty() ? PlaceNames.of(group.first(), group.from()) : List.of(group.token());
        Stream<String> free = names.stream().filter(name -> !taken.contains(name));
        Stream<String> numbered = Stream.of(names.get(names.size() - 1), PlaceNames.neutral(group.first()))
                .map(name -> VariableRewrite.free(name, new HashSet<>(taken)));
        Optional<Parameter> named = Stream.concat(free, numbered)
                .map(name -> {
                    group.name(name);
                    return InferredParameter.of(group);
                })
                .filter(parameter -> group.vector().secret() || harmless.test(parameter))
                .findFirst();
        named.ifPresent(parameter -> taken.add(parameter.name()));
        return named;
    }
}

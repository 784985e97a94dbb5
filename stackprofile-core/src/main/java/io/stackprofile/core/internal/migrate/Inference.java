package io.stackprofile.core.internal.migrate;

import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import java.util.Optional;

/** What is carried when nothing is declared: the same name and type. */
final class Inference {

    private Inference() {}

    /** What the instance has for a parameter of the version that comes next on the way. */
    static Optional<Held> of(Passage before, VersionContract to, Parameter parameter) {
        return before.held(parameter.name()).map(had -> {
            ParameterType type = Optional.ofNullable(before.contract().named().get(parameter.name()))
                    .map(Parameter::type)
                    .orElse(parameter.type());
            return had.question().isPresent() || type == parameter.type()
                    ? had
                    : Held.asked(had.trace(), changed(parameter, type, declaring(before, to)));
        });
    }

    private static Question changed(Parameter parameter, ParameterType type, int version) {
        if (parameter.type() == ParameterType.SECRET) {
            return Question.becameSecret(parameter.name(), version);
        }
        return type == ParameterType.SECRET
                ? Question.noLongerSecret(parameter.name(), version)
                : Question.typeChanged(parameter.name(), version);
    }

    /** Forward the version that is reached, backward the one that is left. */
    private static int declaring(Passage before, VersionContract to) {
        return Math.max(before.contract().version(), to.version());
    }
}

package io.stackprofile.core.internal.migrate;

import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import java.util.Map;
import java.util.Optional;

/** What is carried when nothing is declared: the same name and type. */
final class Inference {

    private final Passage before;
    private final Map<String, Parameter> known;
    private final int declaring;

    Inference(Passage before, VersionContract to) {
        this.before = before;
        this.known = before.contract().named();
        // Forward the version that is reached, backward the one that is left.
        this.declaring = Math.max(before.contract().version(), to.version());
    }

    /** What the instance has for a parameter of the version that comes next on the way. */
    Optional<Held> of(Parameter parameter) {
        return before.held(parameter.name()).map(had -> {
            Parameter earlier = known.getOrDefault(parameter.name(), parameter);
            return had.question().isPresent() || earlier.type() == parameter.type()
                    ? had
                    : Held.asked(had.trace(), changed(parameter, earlier.type(), declaring));
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
}

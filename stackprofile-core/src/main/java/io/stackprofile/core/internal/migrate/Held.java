package io.stackprofile.core.internal.migrate;

import io.stackprofile.parameter.Binding;
import java.util.Optional;

/**
 * What an instance has for a parameter: a value or reference of its own, or the question why it cannot keep it.
 *
 * @param trace where it has been
 * @param binding the binding, under the parameter's name; absent when there is a question
 * @param question why it cannot be kept
 */
record Held(Trace trace, Optional<Binding> binding, Optional<Question> question) {

    static Held own(Trace trace, Binding binding) {
        return new Held(trace, Optional.of(binding), Optional.empty());
    }

    static Held asked(Trace trace, Question question) {
        return new Held(trace, Optional.empty(), Optional.of(question));
    }
}

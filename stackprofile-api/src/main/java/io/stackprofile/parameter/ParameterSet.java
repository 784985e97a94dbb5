package io.stackprofile.parameter;

import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Named sources for the parameters of a version, such as those of an environment. What is bound explicitly, or set by a
 * chosen option, goes before it. It may leave parameters out, and may not name unknown ones.
 */
@Value.Immutable
public interface ParameterSet {

    /** What it is called. */
    String name();

    /** What it is for. */
    Optional<String> description();

    /** Where values come from, by parameter, in order. */
    Map<String, ParameterSource> sources();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ParameterSet}. */
    final class Builder extends ImmutableParameterSet.Builder {
        Builder() {}

        /** Gives a parameter a text; it is read as the parameter's type. */
        public Builder value(String parameter, String value) {
            return putSource(parameter, new ParameterSource.Value(ParameterValue.of(value)));
        }

        /** Gives a parameter what a reference points to. */
        public Builder reference(String parameter, SecretRef ref) {
            return putSource(parameter, new ParameterSource.Reference(ref));
        }
    }
}

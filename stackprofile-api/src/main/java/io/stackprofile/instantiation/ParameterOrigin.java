package io.stackprofile.instantiation;

import io.stackprofile.error.Finding;
import io.stackprofile.parameter.Binding;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Where an update takes a parameter's value from, or why it has to be asked. */
@Value.Immutable
public interface ParameterOrigin {

    /** Where a value comes from. */
    enum Source {
        /** The caller gives it now, bound or in a parameter set. */
        GIVEN,
        /** A chosen option of another parameter sets it. */
        OPTION,
        /** The instance had it; {@link ParameterOrigin#turns()} say what was done to it since. */
        CARRIED,
        /** The version's default. */
        DEFAULT,
        /** A secret that is made anew. */
        GENERATED,
        /** Optional, without default, and not given. */
        EMPTY,
        /** The caller has to give it; {@link ParameterOrigin#findings()} say why. */
        ASKED
    }

    /** The parameter of the version that is updated to. */
    String parameter();

    /** Where its value comes from. */
    Source source();

    /** What it would be bound to; absent when it is asked, or a secret that does not exist yet. */
    Optional<Binding> binding();

    /** The parameters of the instance that the value comes from, in order; empty when it is not from the instance. */
    List<String> from();

    /** What migrations did to the value, oldest first; empty when it is carried as it was. */
    List<MigrationTurn> turns();

    /** Why it is asked; empty when it is not. */
    List<Finding> findings();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ParameterOrigin}. */
    final class Builder extends ImmutableParameterOrigin.Builder {
        Builder() {}
    }
}

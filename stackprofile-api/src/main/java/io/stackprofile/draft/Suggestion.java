package io.stackprofile.draft;

import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterRule;
import io.stackprofile.stack.StackSpec;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A suggestion with what it would make of the profile. */
@Value.Immutable
public interface Suggestion {

    /** What it is. */
    SuggestionSummary summary();

    /** The members, with placeholders; absent once it is answered or taken back. */
    Optional<StackSpec> spec();

    /** What callers would fill in, in order. */
    List<Parameter> parameters();

    /** What would have to hold between their values. */
    List<ParameterRule> rules();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Suggestion}. */
    final class Builder extends ImmutableSuggestion.Builder {
        Builder() {}
    }
}

package io.stackprofile.parameter;

import java.util.List;
import org.immutables.value.Value;

/** Where a parameter is used. */
@Value.Immutable
public interface ParameterUse {

    /** The parameter's name. */
    String parameter();

    /** Its placeholders, in the order of members and places; in each member its fields come before its text. */
    List<ParameterPlace> places();

    /** The names of the rules that read it. */
    List<String> rules();

    /** The names of the parameters that its options set. */
    List<String> sets();

    /** Whether nothing uses it: it has no placeholder, no rule reads it, and it sets no other parameter. */
    default boolean dead() {
        return places().isEmpty() && rules().isEmpty() && sets().isEmpty();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ParameterUse}. */
    final class Builder extends ImmutableParameterUse.Builder {
        Builder() {}
    }
}

package io.stackprofile.diff;

import java.util.List;
import org.immutables.value.Value;

/** A parameter that differs. */
@Value.Immutable
public interface ParameterDiff {

    /** The parameter's name. */
    String name();

    /** How it differs. */
    Change change();

    /** Which of its fields differ, when it changed. */
    List<ValueChange> fields();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ParameterDiff}. */
    final class Builder extends ImmutableParameterDiff.Builder {
        Builder() {}
    }
}

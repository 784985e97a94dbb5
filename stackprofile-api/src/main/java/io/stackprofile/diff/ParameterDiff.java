package io.stackprofile.diff;

import java.util.List;
import java.util.Optional;
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

    /** How much it matters that it came or went; absent when it changed, then each field says so. */
    Optional<Verdict> verdict();

    /** The highest impact of its changes. */
    default Impact impact() {
        return fields().stream()
                .map(ValueChange::impact)
                .reduce(verdict().map(Verdict::impact).orElse(Impact.NONE), Impact::max);
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ParameterDiff}. */
    final class Builder extends ImmutableParameterDiff.Builder {
        Builder() {}
    }
}

package io.stackprofile.error;

import java.util.Optional;
import org.immutables.value.Value;

/** Something noticed in content: what, where, how bad, and what to do. Carries no captured value. */
@Value.Immutable
public interface Finding {

    /** How much it matters. */
    Severity severity();

    /** A stable name of the kind of finding, kebab case, such as {@code unknown-parent}. */
    String code();

    /** Where it stands. */
    @Value.Default
    default Location location() {
        return Location.unknown();
    }

    /** What is wrong, one sentence. */
    String message();

    /** What would mend it. */
    Optional<String> hint();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Finding}. */
    final class Builder extends ImmutableFinding.Builder {
        Builder() {}
    }
}

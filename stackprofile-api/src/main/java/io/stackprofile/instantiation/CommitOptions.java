package io.stackprofile.instantiation;

import org.immutables.value.Value;

/** How far a commit or removal may go against what others did on the target. */
@Value.Immutable
public interface CommitOptions {

    /** Takes fields that other field managers own, on clusters that know owners; no by default. */
    @Value.Default
    default boolean forceConflicts() {
        return false;
    }

    /**
     * Removes members that are to go also when others own or changed them, or when no instance of the profile put them
     * there; no by default.
     */
    @Value.Default
    default boolean removeForeign() {
        return false;
    }

    /** Goes against nobody. */
    static CommitOptions defaults() {
        return builder().build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link CommitOptions}. */
    final class Builder extends ImmutableCommitOptions.Builder {
        Builder() {}
    }
}

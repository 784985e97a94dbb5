package io.stackprofile;

import org.immutables.value.Value;

/**
 * How much the library takes on before it refuses. Sizes are in characters of text unless said otherwise. Every limit
 * may be raised or lowered.
 */
@Value.Immutable
public interface Limits {

    /** The largest member: a manifest's text or an add-on's values. 4 Mi characters by default. */
    @Value.Default
    default int memberSize() {
        return 4 * 1024 * 1024;
    }

    /** All members of a stack together. 64 Mi characters by default. */
    @Value.Default
    default int stackSize() {
        return 64 * 1024 * 1024;
    }

    /** Members of a stack. 5,000 by default. */
    @Value.Default
    default int members() {
        return 5_000;
    }

    /** Parameters of a version. 2,000 by default. */
    @Value.Default
    default int parameters() {
        return 2_000;
    }

    /** A changelog, a description or a note. 64 Ki characters by default. */
    @Value.Default
    default int textSize() {
        return 64 * 1024;
    }

    /** Organisations a profile is shared with. 1,000 by default. */
    @Value.Default
    default int shares() {
        return 1_000;
    }

    /** Nesting depth of a document. 200 by default. */
    @Value.Default
    default int depth() {
        return 200;
    }

    /** Nodes of a member's documents. 1,000,000 by default. */
    @Value.Default
    default int nodes() {
        return 1_000_000;
    }

    /** Nodes that aliases may expand to. 1,000,000 by default. */
    @Value.Default
    default int aliasExpansion() {
        return 1_000_000;
    }

    /** Requires every limit to be positive. */
    @Value.Check
    default void check() {
        positive("memberSize", memberSize());
        positive("stackSize", stackSize());
        positive("members", members());
        positive("parameters", parameters());
        positive("textSize", textSize());
        positive("shares", shares());
        positive("depth", depth());
        positive("nodes", nodes());
        positive("aliasExpansion", aliasExpansion());
    }

    private static void positive(String field, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(field + " must be at least 1");
        }
    }

    /** The limits above. */
    static Limits defaults() {
        return builder().build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link Limits}. */
    final class Builder extends ImmutableLimits.Builder {
        Builder() {}
    }
}

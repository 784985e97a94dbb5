package io.stackprofile.draft;

import io.stackprofile.Names;
import io.stackprofile.diff.Impact;
import io.stackprofile.parameter.BindingMigration;
import java.util.Optional;
import org.immutables.value.Value;

/** Asks to publish a draft. */
@Value.Immutable
public interface PublishRequest {

    /** The version's channel. */
    @Value.Default
    default String channel() {
        return "stable";
    }

    /** The version's changelog, Markdown. */
    Optional<String> changelog();

    /** The revision that was validated; refused when the draft has moved on. Without it, the newest. */
    Optional<Long> expectedRevision();

    /** How the version's parameters follow from those of the version before it; empty by default. */
    @Value.Default
    default BindingMigration migration() {
        return BindingMigration.none();
    }

    /**
     * The impact that the version is meant to have on who runs the one before it; refused when the diff says another.
     * A first version has none to compare with, so nothing can be expected of it.
     */
    Optional<Impact> expectedImpact();

    /** Requires a legal channel. */
    @Value.Check
    default void check() {
        Names.channel("channel", channel());
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link PublishRequest}. */
    final class Builder extends ImmutablePublishRequest.Builder {
        Builder() {}
    }
}

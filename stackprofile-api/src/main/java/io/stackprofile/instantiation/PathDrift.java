package io.stackprofile.instantiation;

import io.stackprofile.diff.Change;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** A place of a member at which the target differs from the version. */
@Value.Immutable
public interface PathDrift {

    /** Which document of the version's text, from 0. */
    int document();

    /**
     * An RFC 6901 JSON Pointer into the document; of an add-on's field, such as {@code chartVersion}, its name without a
     * slash.
     */
    String path();

    /** What became of it on the target. */
    Change change();

    /** What the version gives, as JSON, secrets as placeholders; absent when it has nothing there. */
    @Value.Redacted
    Optional<String> expected();

    /** What the target has, as JSON; {@code [redacted]} for a secret, absent when it has nothing there. */
    @Value.Redacted
    Optional<String> actual();

    /** Who owns the field on the target, where the cluster knows. */
    Optional<String> manager();

    /** How the owner came to own it: {@code Apply} or {@code Update}. */
    Optional<String> operation();

    /** When the owner last wrote, where the cluster knows. */
    Optional<Instant> changedAt();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link PathDrift}. */
    final class Builder extends ImmutablePathDrift.Builder {
        Builder() {}
    }
}

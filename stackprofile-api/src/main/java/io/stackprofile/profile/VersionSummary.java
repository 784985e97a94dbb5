package io.stackprofile.profile;

import io.stackprofile.Digest;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** A version, in a line. */
@Value.Immutable
public interface VersionSummary {

    /** 1, 2, 3, without gaps. */
    int version();

    /** The channel it was published on. */
    String channel();

    /** What changed, Markdown. */
    Optional<String> changelog();

    /** SHA-256 over members, edges, the stack's description and parameters. */
    Digest digest();

    /** When it was made. */
    Instant createdAt();

    /** Who made it. */
    String createdBy();

    /** Why it should not be used any more. */
    Optional<Deprecation> deprecation();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link VersionSummary}. */
    final class Builder extends ImmutableVersionSummary.Builder {
        Builder() {}
    }
}

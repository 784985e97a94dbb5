package io.stackprofile.spi.store;

import io.stackprofile.Digest;
import io.stackprofile.profile.Deprecation;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** A version without its document. */
@Value.Immutable
public interface VersionHeader {

    /** 1, 2, 3, without gaps. */
    int number();

    /** The channel it was published on. */
    String channel();

    /** What changed. */
    Optional<String> changelog();

    /** The version's digest. */
    Digest digest();

    /** When it was made; microseconds at the finest. */
    Instant createdAt();

    /** Who made it. */
    String createdBy();

    /** That it should not be used any more; the one thing about a version that changes. */
    Optional<Deprecation> deprecation();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link VersionHeader}. */
    final class Builder extends ImmutableVersionHeader.Builder {
        Builder() {}
    }
}

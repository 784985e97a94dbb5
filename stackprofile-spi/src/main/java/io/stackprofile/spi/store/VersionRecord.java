package io.stackprofile.spi.store;

import io.stackprofile.Digest;
import java.util.Set;
import org.immutables.value.Value;

/** A version as a store keeps it. */
@Value.Immutable
public interface VersionRecord {

    /** What listings show. */
    VersionHeader header();

    /** The version's document, opaque to the store; kept to the character. */
    String document();

    /** Every content the document refers to; kept from sweeps while the version exists. */
    Set<Digest> contents();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link VersionRecord}. */
    final class Builder extends ImmutableVersionRecord.Builder {
        Builder() {}
    }
}

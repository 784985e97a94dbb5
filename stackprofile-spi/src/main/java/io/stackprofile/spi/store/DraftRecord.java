package io.stackprofile.spi.store;

import io.stackprofile.Digest;
import io.stackprofile.DraftId;
import io.stackprofile.ProfileId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/** A draft as a store keeps it. */
@Value.Immutable
public interface DraftRecord {

    /** Its id. */
    DraftId id();

    /** The organisation it belongs to. */
    String organisation();

    /** 1 when created; each change carries the next. */
    long revision();

    /** The name of the profile it is for. */
    String name();

    /** The profile it continues. */
    Optional<ProfileId> profile();

    /** When it was made; microseconds at the finest. */
    Instant createdAt();

    /** Who made it. */
    String createdBy();

    /** When it last changed; microseconds at the finest. */
    Instant updatedAt();

    /** Who last changed it. */
    String updatedBy();

    /** The draft's document, opaque to the store; kept to the character. */
    String document();

    /** Every content the document refers to; kept from sweeps while the draft exists. */
    Set<Digest> contents();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link DraftRecord}. */
    final class Builder extends ImmutableDraftRecord.Builder {
        Builder() {}
    }
}

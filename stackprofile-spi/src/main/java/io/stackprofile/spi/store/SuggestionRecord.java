package io.stackprofile.spi.store;

import io.stackprofile.Digest;
import io.stackprofile.ProfileId;
import io.stackprofile.SuggestionId;
import io.stackprofile.draft.SuggestionStatus;
import java.time.Instant;
import java.util.Set;
import org.immutables.value.Value;

/** A suggestion as a store keeps it; its contents lie with the owner's. */
@Value.Immutable
public interface SuggestionRecord {

    /** Its id. */
    SuggestionId id();

    /** The organisation that owns the profile. */
    String owner();

    /** The profile. */
    ProfileId profileId();

    /** The organisation that suggests. */
    String organisation();

    /** 1 when created; each change carries the next. */
    long revision();

    /** How far it has come. */
    SuggestionStatus status();

    /** When it was submitted; microseconds at the finest. */
    Instant createdAt();

    /** Who submitted it. */
    String createdBy();

    /** When it last changed; microseconds at the finest. */
    Instant updatedAt();

    /** Who last changed it. */
    String updatedBy();

    /** What was said, opaque to the store; kept to the character. */
    String document();

    /** What is suggested, opaque to the store; kept to the character. Empty once it is answered. */
    String proposal();

    /** Every content of the owner that the proposal refers to; kept from sweeps while the suggestion has them. */
    Set<Digest> contents();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link SuggestionRecord}. */
    final class Builder extends ImmutableSuggestionRecord.Builder {
        Builder() {}
    }
}

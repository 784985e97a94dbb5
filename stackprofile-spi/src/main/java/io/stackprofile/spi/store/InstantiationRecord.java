package io.stackprofile.spi.store;

import io.stackprofile.Digest;
import io.stackprofile.InstantiationId;
import io.stackprofile.ProfileId;
import io.stackprofile.StackDraftId;
import io.stackprofile.instantiation.InstantiationStatus;
import java.time.Instant;
import java.util.Set;
import org.immutables.value.Value;

/** An instance as a store keeps it; it belongs to the instantiating organisation. */
@Value.Immutable
public interface InstantiationRecord {

    /** Its id. */
    InstantiationId id();

    /** The organisation that instantiated. */
    String organisation();

    /** 1 when created; each change carries the next. */
    long revision();

    /** The profile, of this or another organisation. */
    ProfileId profileId();

    /** The version. */
    int version();

    /** The cluster. */
    String cluster();

    /** The stack on the cluster. */
    String stack();

    /** How far it has come. */
    InstantiationStatus status();

    /** The draft it came from; unique within the organisation. */
    StackDraftId draftId();

    /** When it was drafted; microseconds at the finest. */
    Instant createdAt();

    /** Who drafted it. */
    String createdBy();

    /** When it last changed; microseconds at the finest. */
    Instant updatedAt();

    /** The instance's document, opaque to the store; kept to the character. */
    String document();

    /** Every content the document refers to; kept from sweeps while the instance exists. */
    Set<Digest> contents();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link InstantiationRecord}. */
    final class Builder extends ImmutableInstantiationRecord.Builder {
        Builder() {}
    }
}

package io.stackprofile.spi.store;

import io.stackprofile.ProfileId;
import java.time.Instant;
import org.immutables.value.Value;

/** One change of a profile, as a store keeps it: what made which revision, when, and by whom. */
@Value.Immutable
public interface HistoryRecord {

    /** The profile. */
    ProfileId profileId();

    /** The organisation that owns it, or owned it. */
    String organisation();

    /** The revision the change made. */
    long revision();

    /** When; microseconds at the finest. */
    Instant at();

    /** Who. */
    String by();

    /** What changed, opaque to the store; kept to the character. */
    String change();

    /** The entry of the change that made {@code profile}'s revision. */
    static HistoryRecord of(ProfileRecord profile) {
        return builder()
                .profileId(profile.id())
                .organisation(profile.organisation())
                .revision(profile.revision())
                .at(profile.updatedAt())
                .by(profile.updatedBy())
                .change(profile.change())
                .build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link HistoryRecord}. */
    final class Builder extends ImmutableHistoryRecord.Builder {
        Builder() {}
    }
}

package io.stackprofile.spi.store;

import io.stackprofile.ProfileId;
import io.stackprofile.profile.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A profile as a store keeps it: metadata and pointers, no content. */
@Value.Immutable
public interface ProfileRecord {

    /** Its id. */
    ProfileId id();

    /** The organisation that owns it. */
    String organisation();

    /** Unique within the organisation. */
    String name();

    /** What it is for. */
    Optional<String> description();

    /** One word to file it under. */
    Optional<String> category();

    /** Words to find it by. */
    List<String> tags();

    /** Who may see it. */
    Visibility visibility();

    /** Further organisations that may see it, each once; catalogues find it by them. */
    List<String> sharedWith();

    /** 1 when created; each change carries the next. */
    long revision();

    /** The version used when none is asked for. */
    int currentVersion();

    /** The highest version. */
    int latestVersion();

    /** The version that was made current by hand. */
    Optional<Integer> pinnedVersion();

    /** When it was created; microseconds at the finest. */
    Instant createdAt();

    /** Who created it. */
    String createdBy();

    /** When it last changed; microseconds at the finest. */
    Instant updatedAt();

    /** Who last changed it. */
    String updatedBy();

    /** What this revision changed, opaque to the store and kept to the character; every revision's is an entry of history. */
    @Value.Default
    default String change() {
        return "";
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ProfileRecord}. */
    final class Builder extends ImmutableProfileRecord.Builder {
        Builder() {}
    }
}

package io.stackprofile.profile;

import io.stackprofile.Digest;
import io.stackprofile.ProfileId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** One change of a profile: who did what, when, and what the profile was before and after. Holds no content. */
@Value.Immutable
public interface ProfileChange {

    /** What was done. */
    enum Kind {
        /** The profile was made, with its first version. */
        CREATED,
        /** A version was added. */
        VERSION_ADDED,
        /** Metadata changed. */
        UPDATED,
        /** A version was made current by hand. */
        PINNED,
        /** The current version follows from the channels again. */
        UNPINNED,
        /** A version should not be used any more. */
        DEPRECATED,
        /** A version may be used again. */
        DEPRECATION_LIFTED,
        /** Another organisation may read it. */
        SHARED,
        /** Another organisation may no longer read it. */
        UNSHARED,
        /** The profile was deleted. */
        DELETED
    }

    /** The profile. */
    ProfileId profileId();

    /** The organisation that owns it, or owned it. */
    String organisation();

    /** The revision the change made; each is one above the one before. */
    long revision();

    /** What was done. */
    Kind kind();

    /** The version it was done to, or with. */
    Optional<Integer> version();

    /** That version's digest. */
    Optional<Digest> digest();

    /** Which metadata changed: {@code name}, {@code description}, {@code category}, {@code tags}, {@code visibility}. */
    List<String> fields();

    /** The organisation that it was shared with, or no longer is. */
    Optional<String> sharedWith();

    /** What the profile was; absent when it was made. */
    Optional<ProfileState> before();

    /** What the profile is; absent when it was deleted. */
    Optional<ProfileState> after();

    /** When. */
    Instant at();

    /** Who. */
    String by();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ProfileChange}. */
    final class Builder extends ImmutableProfileChange.Builder {
        Builder() {}
    }
}

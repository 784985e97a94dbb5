package io.stackprofile.profile;

import io.stackprofile.ProfileId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** A profile: its metadata, its versions and whether instances are behind. */
@Value.Immutable
public interface Profile {

    /** Its id. */
    ProfileId id();

    /** The organisation that owns it. */
    String organisation();

    /** Its name, unique within the organisation. */
    String name();

    /** What it is for. */
    Optional<String> description();

    /** One word to file it under. */
    Optional<String> category();

    /** Words to find it by. */
    List<String> tags();

    /** Who may see it. */
    Visibility visibility();

    /** Organisations that may see it beside those; shown to the owner alone. */
    List<String> sharedWith();

    /** Goes up by one with every change; a change may be asked for on the revision that was read. */
    long revision();

    /**
     * The version that is used when none is asked for: the pinned one, else the head of {@code stable}, else the highest
     * that is not deprecated.
     */
    int currentVersion();

    /** The version that was made current by hand. */
    Optional<Integer> pinnedVersion();

    /** The highest version. */
    int latestVersion();

    /** Each channel's head: its highest version that is not deprecated. A channel without one is not there. */
    Map<String, Integer> channels();

    /** Every version, newest first. */
    List<VersionSummary> versions();

    /** Whether instances of the caller's organisation are behind. */
    UpdateStatus updateStatus();

    /** When it was created. */
    Instant createdAt();

    /** Who created it. */
    String createdBy();

    /** When it last changed. */
    Instant updatedAt();

    /** Who last changed it. */
    String updatedBy();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Profile}. */
    final class Builder extends ImmutableProfile.Builder {
        Builder() {}
    }
}

package io.stackprofile.profile;

import io.stackprofile.ProfileId;
import java.time.Instant;
import java.util.List;
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

    /** Goes up by one with every change; a change may be asked for on the revision that was read. */
    long revision();

    /** The version that is used when none is asked for: the head of {@code stable}, else the highest. */
    int currentVersion();

    /** The highest version. */
    int latestVersion();

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

package io.stackprofile.profile;

import io.stackprofile.ProfileId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A profile, in a line. */
@Value.Immutable
public interface ProfileSummary {

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

    /** The version that is used when none is asked for. */
    int currentVersion();

    /** The highest version. */
    int latestVersion();

    /** Whether instances of the caller's organisation are behind. */
    UpdateStatus updateStatus();

    /** When it last changed. */
    Instant updatedAt();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ProfileSummary}. */
    final class Builder extends ImmutableProfileSummary.Builder {
        Builder() {}
    }
}

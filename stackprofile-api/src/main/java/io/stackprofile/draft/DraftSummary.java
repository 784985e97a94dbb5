package io.stackprofile.draft;

import io.stackprofile.DraftId;
import io.stackprofile.ProfileId;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** A draft, in a line. */
@Value.Immutable
public interface DraftSummary {

    /** Its id. */
    DraftId id();

    /** Goes up by one with every edit. */
    long revision();

    /** The name of the profile that publishing creates or continues. */
    String name();

    /** The profile it continues. */
    Optional<ProfileId> profile();

    /** When it was last edited. */
    Instant updatedAt();

    /** Who last edited it. */
    String updatedBy();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link DraftSummary}. */
    final class Builder extends ImmutableDraftSummary.Builder {
        Builder() {}
    }
}

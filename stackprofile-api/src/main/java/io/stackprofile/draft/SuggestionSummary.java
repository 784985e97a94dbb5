package io.stackprofile.draft;

import io.stackprofile.ProfileId;
import io.stackprofile.SuggestionId;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** A suggestion, without what it would make of the profile. Seen by the organisation it is from and by the owner. */
@Value.Immutable
public interface SuggestionSummary {

    /** Its id. */
    SuggestionId id();

    /** Goes up by one with every change. */
    long revision();

    /** How far it has come. */
    SuggestionStatus status();

    /** The profile it would change. */
    ProfileId profileId();

    /** The profile as {@code owner/name}, when it was suggested. */
    String profile();

    /** The version it starts from; approved only while that is the latest. */
    int baseVersion();

    /** The organisation that suggests it. */
    String organisation();

    /** What it is about, in the words of whoever suggests it. */
    Optional<String> note();

    /** What the owner said to it. */
    Optional<String> answer();

    /** The version it became. */
    Optional<Integer> version();

    /** When it was submitted. */
    Instant createdAt();

    /** Who submitted it. */
    String createdBy();

    /** When it last changed. */
    Instant updatedAt();

    /** Who last changed it. */
    String updatedBy();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link SuggestionSummary}. */
    final class Builder extends ImmutableSuggestionSummary.Builder {
        Builder() {}
    }
}

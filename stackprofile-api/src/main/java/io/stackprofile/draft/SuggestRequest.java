package io.stackprofile.draft;

import io.stackprofile.DraftId;
import java.util.Optional;
import org.immutables.value.Value;

/** Asks to submit a draft of another organisation's profile to its owner. */
@Value.Immutable
public interface SuggestRequest {

    /** The draft; it stays as it is. */
    DraftId draft();

    /** The revision of the draft that was validated. */
    long revision();

    /** What it is about, for the owner. */
    Optional<String> note();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link SuggestRequest}. */
    final class Builder extends ImmutableSuggestRequest.Builder {
        Builder() {}
    }
}

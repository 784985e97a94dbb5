package io.stackprofile.draft;

/** How far a suggestion has come. */
public enum SuggestionStatus {
    /** Waits for the owner's answer. */
    SUBMITTED,
    /** Is being published; approving it again goes on where that was cut off. */
    APPROVING,
    /** Is a version. */
    APPROVED,
    /** The owner does not want it. */
    REJECTED,
    /** Whoever made it took it back. */
    WITHDRAWN
}

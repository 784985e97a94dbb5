package io.stackprofile.profile;

/**
 * Whether instances are behind.
 *
 * @param outdatedInstantiationCount deployed instances of the caller's organisation below the current version
 * @param hasUpdateAvailable whether that count is above zero
 */
public record UpdateStatus(long outdatedInstantiationCount, boolean hasUpdateAvailable) {

    /** The status for a count. */
    public static UpdateStatus of(long outdated) {
        return new UpdateStatus(outdated, outdated > 0);
    }
}

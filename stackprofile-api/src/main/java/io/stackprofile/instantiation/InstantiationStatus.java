package io.stackprofile.instantiation;

/** How far an instance has come. */
public enum InstantiationStatus {
    /** A draft waits for review. */
    DRAFTED,
    /** A commit began and has not been settled; committing again resumes it. */
    COMMITTING,
    /** Every member is on the target. */
    DEPLOYED,
    /** Some members failed; committing again resumes it. */
    PARTIAL,
    /** A later instance of the same profile was deployed onto the same stack; it is never outdated. */
    SUPERSEDED,
    /** Its members were taken off the target. */
    UNINSTALLED,
    /** It is no longer looked after; the target was left as it was. */
    FORGOTTEN
}

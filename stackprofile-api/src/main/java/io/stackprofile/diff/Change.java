package io.stackprofile.diff;

/** How something differs. */
public enum Change {
    /** Only the newer has it. */
    ADDED,
    /** Only the older has it. */
    REMOVED,
    /** Both have it, differently. */
    CHANGED,
    /** Both have the same items, in another order. */
    MOVED
}

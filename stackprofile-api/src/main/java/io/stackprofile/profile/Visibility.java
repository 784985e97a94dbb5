package io.stackprofile.profile;

/** Who may see a profile. */
public enum Visibility {
    /** Callers of the owning organisation, and of those it is shared with. */
    ORGANISATION,
    /** Callers of every organisation; only the owner's may change it. */
    PUBLIC
}

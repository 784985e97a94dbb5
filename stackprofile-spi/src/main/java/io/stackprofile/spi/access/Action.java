package io.stackprofile.spi.access;

/** What a caller wants to do. */
public enum Action {
    /** List, read, diff or export profiles. */
    READ,
    /** Make, edit, read or delete drafts of profiles. */
    EDIT_DRAFT,
    /** Capture, import or publish. */
    PUBLISH,
    /** Change a profile's metadata. */
    UPDATE,
    /** Change a profile's visibility. */
    SHARE,
    /** Delete a profile. */
    DELETE,
    /** Draft, review, commit or discard stacks on clusters. */
    INSTANTIATE
}

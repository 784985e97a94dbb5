package io.stackprofile.spi.access;

/** What a caller wants to do. */
public enum Action {
    /** List, read, diff or export profiles. */
    READ,
    /** Make, edit, read or delete drafts of profiles. */
    EDIT_DRAFT,
    /** Suggest a change to another organisation's profile, list what was suggested, or take it back. */
    SUGGEST,
    /** Capture, import, publish, pin or deprecate; answer suggestions. */
    PUBLISH,
    /** Change a profile's metadata. */
    UPDATE,
    /** Change a profile's visibility, or with whom it is shared. */
    SHARE,
    /** Delete a profile, or what deletions left. */
    DELETE,
    /** Draft, review, commit or discard stacks on clusters. */
    INSTANTIATE
}

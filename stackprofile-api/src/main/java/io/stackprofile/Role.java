package io.stackprofile;

/** What a caller may do under the default access policy; each role includes the ones before it. */
public enum Role {
    /** Reads, diffs and exports. */
    VIEWER,
    /** Edits drafts, instantiates and commits. */
    EDITOR,
    /** Captures, imports, publishes and changes metadata. */
    PUBLISHER,
    /** Changes visibility and deletes. */
    OWNER
}

package io.stackprofile;

/** What a caller may do under the default access policy; each role includes the ones before it. */
public enum Role {
    /** Reads, diffs and exports. */
    VIEWER,
    /** Edits drafts, suggests changes, instantiates and commits. */
    EDITOR,
    /** Captures, imports, publishes, pins, deprecates, answers suggestions and changes metadata. */
    PUBLISHER,
    /** Changes visibility, shares and deletes. */
    OWNER
}

package io.stackprofile.diff;

/** How a diff is written. */
public enum DiffFormat {
    /** JSON, as {@code META-INF/stackprofile/diff-1.schema.json} on the class path describes it. */
    JSON,
    /** GitHub's Markdown, for the comment of a pull request. */
    MARKDOWN,
    /** The members' texts as one unified diff, which {@code patch} takes; what is no text stands before it as a comment. */
    UNIFIED,
    /** One HTML page that needs no server, no network and no script. */
    HTML
}

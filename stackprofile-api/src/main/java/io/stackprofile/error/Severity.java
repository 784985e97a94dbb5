package io.stackprofile.error;

/** How much a finding matters. */
public enum Severity {
    /** Must be mended before going on. */
    ERROR,
    /** Probably wrong; nothing is refused. */
    WARNING,
    /** Worth knowing. */
    INFO
}

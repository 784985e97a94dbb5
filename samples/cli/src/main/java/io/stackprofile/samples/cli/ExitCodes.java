package io.stackprofile.samples.cli;

/** What a command's exit code says. */
final class ExitCodes {

    static final int DONE = 0;
    /** The library refused: validation, conflict, findings, a cluster or store that failed. */
    static final int REFUSED = 1;

    static final int USAGE = 2;
    static final int NOT_FOUND = 3;
    static final int DENIED = 4;
    /** The target is not as it was deployed. */
    static final int DRIFTED = 5;
    /** What others changed and what is asked do not go together; somebody has to settle it. */
    static final int CONFLICTS = 6;

    private ExitCodes() {}
}

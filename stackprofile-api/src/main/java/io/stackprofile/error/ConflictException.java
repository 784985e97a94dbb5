package io.stackprofile.error;

import java.util.Optional;

/** The state is not what the call expected: a taken name, a stale revision, a target that moved. */
public final class ConflictException extends StackProfileException {

    private static final long serialVersionUID = 1L;

    private final boolean known;
    private final long revision;

    /** One of the conflict codes. */
    public ConflictException(ErrorCode code, String problem, String remedy) {
        super(code, problem, remedy, Location.unknown());
        this.known = false;
        this.revision = 0;
    }

    /** {@link ErrorCode#STALE_REVISION}, with the revision that would be taken now. */
    public ConflictException(String problem, String remedy, long currentRevision) {
        super(ErrorCode.STALE_REVISION, problem, remedy, Location.unknown());
        this.known = true;
        this.revision = currentRevision;
    }

    /** For a stale revision, the current one where it is known. */
    public Optional<Long> currentRevision() {
        return known ? Optional.of(revision) : Optional.empty();
    }
}

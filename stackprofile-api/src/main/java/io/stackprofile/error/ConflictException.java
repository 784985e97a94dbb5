package io.stackprofile.error;

/** The state is not what the call expected: a taken name, a stale revision, a target that moved. */
public final class ConflictException extends StackProfileException {

    private static final long serialVersionUID = 1L;

    /** One of the conflict codes. */
    public ConflictException(ErrorCode code, String problem, String remedy) {
        super(code, problem, remedy, Location.unknown());
    }
}

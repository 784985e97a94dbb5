package io.stackprofile.error;

/** The access policy refused the call. */
public final class AccessDeniedException extends StackProfileException {

    private static final long serialVersionUID = 1L;

    /** Names the action that was refused. */
    public AccessDeniedException(String problem, String remedy) {
        super(ErrorCode.ACCESS_DENIED, problem, remedy, Location.unknown());
    }
}

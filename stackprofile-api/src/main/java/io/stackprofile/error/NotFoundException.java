package io.stackprofile.error;

/** What was asked for does not exist, or not for this caller; the two cannot be told apart. */
public final class NotFoundException extends StackProfileException {

    private static final long serialVersionUID = 1L;

    /** Names what is missing. */
    public NotFoundException(String problem, String remedy) {
        super(ErrorCode.NOT_FOUND, problem, remedy, Location.unknown());
    }
}

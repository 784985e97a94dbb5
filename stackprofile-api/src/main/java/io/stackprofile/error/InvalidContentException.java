package io.stackprofile.error;

/** Text, a document or a request is not what it should be. */
public final class InvalidContentException extends StackProfileException {

    private static final long serialVersionUID = 1L;

    /** Says what is wrong and where. */
    public InvalidContentException(ErrorCode code, String problem, String remedy, Location location) {
        super(code, problem, remedy, location);
    }
}

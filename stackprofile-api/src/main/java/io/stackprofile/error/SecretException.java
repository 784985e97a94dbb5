package io.stackprofile.error;

/** A secret could not be resolved, or would have been exposed. */
public final class SecretException extends StackProfileException {

    private static final long serialVersionUID = 1L;

    /** Names the reference or the rule, never the value. */
    public SecretException(ErrorCode code, String problem, String remedy, Location location) {
        super(code, problem, remedy, location);
    }
}

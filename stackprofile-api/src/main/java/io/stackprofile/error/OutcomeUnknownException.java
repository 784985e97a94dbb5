package io.stackprofile.error;

/** A write was sent and no answer came: it may or may not have happened. Repeating it with the same request key is safe. */
public final class OutcomeUnknownException extends StackProfileException {

    private static final long serialVersionUID = 1L;

    /** Says which write. */
    public OutcomeUnknownException(String problem) {
        super(ErrorCode.OUTCOME_UNKNOWN, problem, "Repeat the call with the same request key.", Location.unknown());
    }
}

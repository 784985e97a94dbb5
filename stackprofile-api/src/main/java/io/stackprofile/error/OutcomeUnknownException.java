package io.stackprofile.error;

/**
 * A write was sent and no answer came, or what it stored could not be read back: it may or may not have happened. The same
 * call with the same request key may be repeated; a change of a revision is refused with {@code STALE_REVISION} when it
 * had happened, and to read again tells.
 */
public final class OutcomeUnknownException extends StackProfileException {

    private static final long serialVersionUID = 1L;

    /** Says which write. */
    public OutcomeUnknownException(String problem) {
        super(ErrorCode.OUTCOME_UNKNOWN, problem, "Repeat the call with the same request key.", Location.unknown());
    }
}

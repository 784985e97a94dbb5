package io.stackprofile.error;

/** The caller cancelled the call, or its time ran out, before anything was stored. */
public final class CancelledException extends StackProfileException {

    private static final long serialVersionUID = 1L;

    /** Names the step that was under way. */
    public CancelledException(String problem) {
        super(ErrorCode.CANCELLED, problem, "Call again, with more time if it ran out.", Location.unknown());
    }
}

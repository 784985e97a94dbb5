package io.stackprofile.error;

/**
 * A call failed and left state as it was, unless its code is {@link ErrorCode#OUTCOME_UNKNOWN}. The message says what,
 * where and what to do; it never carries captured values or secrets, and neither does a cause.
 */
public abstract class StackProfileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final String problem;
    private final String remedy;
    private final transient Location location;

    /**
     * Builds the message from its parts.
     *
     * @param code why
     * @param problem what happened, one sentence without a full stop
     * @param remedy what to do about it, one sentence
     * @param location where
     */
    protected StackProfileException(ErrorCode code, String problem, String remedy, Location location) {
        super(message(problem, remedy, location));
        this.code = code;
        this.problem = problem;
        this.remedy = remedy;
        this.location = location;
    }

    /** Why, closed and stable. */
    public ErrorCode code() {
        return code;
    }

    /** What happened, without the place. */
    public String problem() {
        return problem;
    }

    /** What to do about it. */
    public String remedy() {
        return remedy;
    }

    /** Where; {@link Location#unknown()} when that is not known or was lost to serialisation. */
    public Location location() {
        return location == null ? Location.unknown() : location;
    }

    private static String message(String problem, String remedy, Location location) {
        String where = location.describe();
        return (where.isEmpty() ? problem : where + ": " + problem) + ". " + remedy;
    }
}

package io.stackprofile.testkit.fault;

import java.util.Set;

/** One way in which a call of a store goes wrong. */
public enum StoreFault {
    /** A write is done, and its answer is lost: {@link io.stackprofile.error.OutcomeUnknownException}. */
    LOST_ANSWER,
    /** Nothing is done, and the store says so: {@link io.stackprofile.error.StoreException}. */
    FAILURE_BEFORE,
    /** Nothing is done, and nobody knows: {@link io.stackprofile.error.OutcomeUnknownException}. */
    LOST_CALL,
    /** A write arrives twice, one right after the other; the first one's answer comes back. */
    DUPLICATE,
    /** The call takes longer, by {@link FaultyStore#latency}. */
    LATENCY,
    /** A read answers what the same read answered before. No store may do this; a condition must catch it. */
    STALE_READ,
    /** A batch of contents is kept in part, and nobody knows: {@link io.stackprofile.error.OutcomeUnknownException}. */
    TORN_BATCH;

    private static final Set<String> WRITES = Set.of(
            "create", "append", "update", "deprecate", "delete", "deleteUnchanged", "putAll", "sweep", "restore");

    /** Whether a method, as in {@code DraftStore.update}, can go wrong in this way. */
    public boolean fits(String method) {
        boolean write = WRITES.contains(method.substring(method.indexOf('.') + 1));
        return switch (this) {
            case LOST_ANSWER, LOST_CALL, DUPLICATE -> write;
            case STALE_READ -> !write;
            case TORN_BATCH -> method.equals("ContentStore.putAll");
            case FAILURE_BEFORE, LATENCY -> true;
        };
    }
}

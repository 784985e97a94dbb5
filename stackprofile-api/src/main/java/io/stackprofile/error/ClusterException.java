package io.stackprofile.error;

/** A cluster could not be read or written. */
public final class ClusterException extends StackProfileException {

    private static final long serialVersionUID = 1L;

    /** Says which cluster and what failed, with one of the cluster codes. */
    public ClusterException(ErrorCode code, String problem, String remedy, Location location) {
        super(code, problem, remedy, location);
    }

    /** Says which cluster and what failed. */
    public ClusterException(String problem, String remedy, Location location) {
        super(ErrorCode.CLUSTER_FAILED, problem, remedy, location);
    }
}

package io.stackprofile.cluster.kubernetes.internal.api;

/** Carries requests to one API server. Thread-safe. */
@FunctionalInterface
public interface ApiTransport {

    /**
     * Sends a request and waits for its answer, whatever status it has.
     *
     * @throws io.stackprofile.error.ClusterException {@code CLUSTER_UNREACHABLE} when none comes
     * @throws io.stackprofile.error.CancelledException when the waiting thread is interrupted
     */
    ApiAnswer send(ApiRequest request);
}

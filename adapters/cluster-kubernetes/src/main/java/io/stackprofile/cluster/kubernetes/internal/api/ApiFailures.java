package io.stackprofile.cluster.kubernetes.internal.api;

import io.stackprofile.error.ClusterException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Location;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says what an API server's refusal means, in words that quote nothing of what was sent or read. */
public final class ApiFailures {

    private static final Pattern FIELD = Pattern.compile(
            "[A-Za-z][A-Za-z0-9_./-]{0,120}(?:\\[[A-Za-z0-9_./-]{1,253}\\]|\\.[A-Za-z0-9_/-]{1,63}){0,40}");
    private static final Set<String> REASONS = Set.of(
            "AlreadyExists",
            "BadRequest",
            "Conflict",
            "Expired",
            "Forbidden",
            "Gone",
            "InternalError",
            "Invalid",
            "MethodNotAllowed",
            "NotAcceptable",
            "NotFound",
            "RequestEntityTooLarge",
            "ServerTimeout",
            "ServiceUnavailable",
            "StoreReadError",
            "Timeout",
            "TooManyRequests",
            "Unauthorized",
            "UnsupportedMediaType");

    private final String cluster;

    /**
     * For one cluster.
     *
     * @param cluster what callers call it
     */
    public ApiFailures(String cluster) {
        this.cluster = cluster;
    }

    /**
     * The error of an answer that is not {@link ApiAnswer#ok()}.
     *
     * @param what what was asked, such as {@code patch deployments.apps 'web' in namespace 'shop'}
     */
    public ClusterException of(String what, ApiAnswer answer, Location location) {
        ApiStatus status = ApiStatus.of(answer);
        Optional<String> denier = AdmissionDenial.by(status);
        if (denier.isPresent()) {
            return denied(what, denier.get(), location);
        }
        return switch (answer.status()) {
            case 401 ->
                failure(
                        ErrorCode.CLUSTER_UNAUTHENTICATED,
                        "does not know who calls: the token or certificate is missing, wrong or expired",
                        "Renew the credentials that the client is configured with.",
                        location);
            case 403 -> forbidden(what, status, location);
            case 404 -> missing(what, status, location);
            case 409 ->
                failure(
                        ErrorCode.CLUSTER_FAILED,
                        "answered " + what + " with a conflict (" + reason(status) + ")",
                        "Somebody else changed it at the same time; try again.",
                        location);
            case 413 ->
                failure(
                        ErrorCode.OBJECT_TOO_LARGE,
                        "takes no object of this size: " + what,
                        "Split it; the limit is about 1.5 MiB for an object.",
                        location);
            case 400, 405, 415, 422 -> refused(what, status, location);
            case 429, 503, 504 ->
                // It answers: what serves this one kind may be down, and the rest can go on.
                failure(
                        ErrorCode.CLUSTER_FAILED,
                        "is too busy or not ready for " + what + " (HTTP " + answer.status() + ")",
                        "Try again later.",
                        location);
            default -> other(what, status, location);
        };
    }

    private ClusterException forbidden(String what, ApiStatus status, Location location) {
        if (status.message().contains("is being terminated")) {
            return failure(
                    ErrorCode.OBJECT_REFUSED,
                    "refused " + what + ": the namespace is being deleted",
                    "Wait until it is gone, or choose another.",
                    location);
        }
        // Admission plugins answer 403 too, without RBAC's word, and in words of their own that may quote the object.
        return status.message().contains(" cannot ")
                ? failure(
                        ErrorCode.CLUSTER_FORBIDDEN,
                        "does not allow this caller to " + what,
                        "Grant the verb to the caller's account; the adapter's documentation has the Role.",
                        location)
                : denied(what, "an admission policy or a quota", location);
    }

    private ClusterException denied(String what, String denier, Location location) {
        return failure(
                ErrorCode.OBJECT_REFUSED,
                "refused " + what + ": " + denier + " denied it",
                "Ask the cluster's policies what they require; what they said is not repeated, since it may quote values.",
                location);
    }

    private ClusterException missing(String what, ApiStatus status, Location location) {
        if (status.reason().isEmpty() || status.kind().isEmpty()) {
            return failure(
                    ErrorCode.UNKNOWN_KIND,
                    "does not serve what was asked: " + what,
                    "Install the CustomResourceDefinition or use an API version that the cluster serves.",
                    location);
        }
        boolean namespace = status.kind().equals("namespaces") || status.kind().equals("namespace");
        return failure(
                ErrorCode.NOT_FOUND,
                namespace ? "has no such namespace: " + what : "has no such object: " + what,
                namespace ? "Create the namespace first, or make it a member of the stack." : "Read the stack again.",
                location);
    }

    private ClusterException refused(String what, ApiStatus status, Location location) {
        if (status.message().contains("etcdserver: request is too large")
                || status.causes().stream().anyMatch(cause -> cause.reason().equals("FieldValueTooLong"))) {
            return failure(
                    ErrorCode.OBJECT_TOO_LARGE,
                    "takes no object of this size: " + what + fields(status),
                    "Split it or make the field shorter.",
                    location);
        }
        return failure(
                ErrorCode.OBJECT_REFUSED,
                "refused " + what + " as " + reason(status) + fields(status),
                "Correct the member's text, or the parameters that fill it.",
                location);
    }

    private ClusterException other(String what, ApiStatus status, Location location) {
        if (status.message().contains("request is too large")
                || status.message().contains("trying to send message larger")) {
            return failure(
                    ErrorCode.OBJECT_TOO_LARGE,
                    "takes no object of this size: " + what,
                    "Split it; the limit is about 1.5 MiB for an object.",
                    location);
        }
        return failure(
                ErrorCode.CLUSTER_FAILED,
                "failed at " + what + " (HTTP " + status.code() + ", " + reason(status) + ")",
                "Look at the API server's log; what was being written may have been written.",
                location);
    }

    private static String fields(ApiStatus status) {
        String fields = status.causes().stream()
                .filter(cause -> FIELD.matcher(cause.field()).matches())
                .map(cause -> (cause.field() + " " + Unquoted.of(cause.message())).strip())
                .limit(5)
                .collect(Collectors.joining("; "));
        return fields.isEmpty() ? "" : ": " + fields;
    }

    // Whoever answers may write anything there.
    private static String reason(ApiStatus status) {
        return REASONS.contains(status.reason()) ? status.reason() : "no reason that is known";
    }

    private ClusterException failure(ErrorCode code, String problem, String remedy, Location location) {
        return new ClusterException(code, "cluster '" + cluster + "' " + problem, remedy, location);
    }
}

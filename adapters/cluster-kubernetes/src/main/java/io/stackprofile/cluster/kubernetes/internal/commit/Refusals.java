package io.stackprofile.cluster.kubernetes.internal.commit;

import io.stackprofile.cluster.kubernetes.internal.api.ApiAnswer;
import io.stackprofile.cluster.kubernetes.internal.api.ApiStatus;
import io.stackprofile.cluster.kubernetes.internal.api.KubeApi;
import io.stackprofile.error.ClusterException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Location;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what to do about a write that a server refused, where more can be said than that it did. */
final class Refusals {

    // A server answers so when an object has a field that its kind's schema does not declare, some with 500 and some
    // with 400.
    private static final Pattern SHAPE =
            Pattern.compile("failed to create typed (?:patch|live) object \\(.*", Pattern.DOTALL);
    private static final Pattern UNDECLARED =
            Pattern.compile(": ((?:\\.[A-Za-z0-9_-]{1,63}|\\[[^\\]]{0,300}\\]){1,40}): field not declared in schema");

    private Refusals() {}

    static ClusterException of(KubeApi api, String what, ApiAnswer answer, Location at) {
        ApiStatus status = ApiStatus.of(answer);
        if (SHAPE.matcher(status.message()).lookingAt()) {
            return undeclared(what, status.message(), at);
        }
        List<String> immutable = status.causes().stream()
                .filter(cause -> cause.message().contains("field is immutable")
                        || cause.message().contains("is forbidden: updates to")
                        || cause.message().contains("updates to statefulset spec"))
                .map(ApiStatus.Cause::field)
                .filter(field -> !field.isEmpty())
                .distinct()
                .toList();
        ClusterException failure = api.failure(what, answer, at);
        return immutable.isEmpty()
                ? failure
                : new ClusterException(
                        failure.code(),
                        failure.problem() + "; " + String.join(", ", immutable)
                                + " cannot change while the object exists",
                        "Keep the old value, or delete the object yourself and commit again: it is not done silently,"
                                + " since what it holds and runs would go with it.",
                        at);
    }

    private static ClusterException undeclared(String what, String message, Location at) {
        Matcher field = UNDECLARED.matcher(message);
        Optional<String> path =
                field.find() ? Optional.of(field.group(1).replaceAll("\\[[^\\]]*\\]", "[]")) : Optional.empty();
        return new ClusterException(
                ErrorCode.OBJECT_REFUSED,
                "the cluster refused " + what
                        + path.map(known -> ": its version of this kind has no field " + known)
                                .orElse(": the object has not the shape that its kind's schema declares"),
                "Correct the member's text, or update the cluster or the CustomResourceDefinition.",
                at);
    }
}

package io.stackprofile.cluster.kubernetes.internal.commit;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.instantiation.FieldConflict;
import io.stackprofile.instantiation.MemberOutcome.Status;
import java.util.List;
import java.util.Optional;

/**
 * What came of one object.
 *
 * @param object the object as the server has it now
 */
record ObjectResult(
        Status status,
        Optional<String> message,
        Optional<ErrorCode> code,
        List<FieldConflict> conflicts,
        Optional<JsonNode> object) {

    static ObjectResult done(Status status, Optional<String> message, List<FieldConflict> conflicts, JsonNode object) {
        return new ObjectResult(status, message, Optional.empty(), conflicts, Optional.of(object));
    }

    static ObjectResult said(Status status, String message) {
        return new ObjectResult(status, Optional.of(message), Optional.empty(), List.of(), Optional.empty());
    }

    static ObjectResult of(Status status) {
        return new ObjectResult(status, Optional.empty(), Optional.empty(), List.of(), Optional.empty());
    }

    static ObjectResult failed(StackProfileException failure) {
        return failed(failure, List.of());
    }

    static ObjectResult failed(StackProfileException failure, List<FieldConflict> conflicts) {
        return new ObjectResult(
                Status.FAILED, Optional.of(text(failure)), Optional.of(failure.code()), conflicts, Optional.empty());
    }

    private static String text(StackProfileException failure) {
        String place = failure.location().describe();
        return (place.isEmpty() ? "" : place + ": ") + failure.problem() + ". " + failure.remedy();
    }

    boolean isFailed() {
        return status == Status.FAILED;
    }

    /** Whether there is no use in asking the server for anything more. */
    boolean isEndOfAll() {
        return code.filter(
                        known -> known == ErrorCode.CLUSTER_UNREACHABLE || known == ErrorCode.CLUSTER_UNAUTHENTICATED)
                .isPresent();
    }

    /** What came of it, never the object. */
    @Override
    public String toString() {
        return "ObjectResult[" + status + code.map(known -> ", " + known).orElse("") + "]";
    }
}

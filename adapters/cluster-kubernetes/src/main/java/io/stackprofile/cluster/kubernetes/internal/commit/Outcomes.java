package io.stackprofile.cluster.kubernetes.internal.commit;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.instantiation.MemberOutcome;
import io.stackprofile.instantiation.MemberOutcome.Status;
import io.stackprofile.stack.MemberRef;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes one outcome of what came of a member's objects. */
final class Outcomes {

    private Outcomes() {}

    /** Of what was written. */
    static MemberOutcome written(MemberRef ref, List<ObjectResult> results, Optional<String> message) {
        return outcome(ref, results, message, status(results, Status.UNCHANGED, Status.CREATED, Status.UPDATED));
    }

    /** Of what was to be removed. */
    static MemberOutcome removed(MemberRef ref, List<ObjectResult> results, Optional<String> message) {
        Status status = Stream.of(Status.FAILED, Status.SKIPPED, Status.KEPT)
                .filter(worse -> results.stream().anyMatch(result -> result.status() == worse))
                .findFirst()
                .orElse(Status.REMOVED);
        return outcome(ref, results, message, status);
    }

    static MemberOutcome skipped(MemberRef ref, String message) {
        return MemberOutcome.builder()
                .ref(ref)
                .status(Status.SKIPPED)
                .message(message)
                .build();
    }

    static boolean isDone(MemberOutcome outcome) {
        return outcome.status() != Status.FAILED && outcome.status() != Status.SKIPPED;
    }

    private static MemberOutcome outcome(
            MemberRef ref, List<ObjectResult> results, Optional<String> message, Status status) {
        String said = Stream.concat(results.stream().flatMap(result -> result.message().stream()), message.stream())
                .distinct()
                .collect(Collectors.joining(" "));
        Optional<ErrorCode> code =
                results.stream().flatMap(result -> result.code().stream()).findFirst();
        return MemberOutcome.builder()
                .ref(ref)
                .status(status)
                .message(Optional.of(said).filter(text -> !text.isEmpty()))
                .code(code)
                .addAllConflicts(results.stream()
                        .flatMap(result -> result.conflicts().stream())
                        .toList())
                .build();
    }

    private static Status status(List<ObjectResult> results, Status none, Status whole, Status mixed) {
        if (results.stream().anyMatch(ObjectResult::isFailed)) {
            return Status.FAILED;
        }
        if (results.stream().allMatch(result -> result.status() == none)) {
            return none;
        }
        return results.stream().allMatch(result -> result.status() == whole) ? whole : mixed;
    }
}

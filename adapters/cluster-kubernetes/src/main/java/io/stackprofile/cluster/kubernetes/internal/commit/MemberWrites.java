package io.stackprofile.cluster.kubernetes.internal.commit;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Location;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.instantiation.MemberOutcome;
import io.stackprofile.instantiation.MemberOutcome.Status;
import io.stackprofile.stack.MemberRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes members wave by wave. Within a wave namespaces and definitions come first and are waited for. A member that fails
 * keeps those that need it from being tried, and no others; a cluster that is not there any more ends it for all.
 */
final class MemberWrites {

    /** Writes one object, or rehearses it. */
    interface Step {
        ObjectResult write(PlannedObject object, Location at);

        /** Waits until what others need can be used. */
        ObjectResult await(ObjectResult written, Location at);

        /** What an installer does elsewhere. */
        ObjectResult deliver(PlannedMember member);
    }

    private final Step step;
    private final ServedKinds kinds;
    private final Map<MemberRef, MemberOutcome> outcomes = new LinkedHashMap<>();
    private final Map<MemberRef, List<ObjectResult>> results = new LinkedHashMap<>();
    private Optional<ObjectResult> end = Optional.empty();

    MemberWrites(Step step, ServedKinds kinds) {
        this.step = step;
        this.kinds = kinds;
    }

    /** What came of each member so far. */
    Map<MemberRef, MemberOutcome> outcomes() {
        return outcomes;
    }

    /** What came of a member of a wave that was written. */
    MemberOutcome outcome(MemberRef ref) {
        return Optional.ofNullable(outcomes.get(ref)).orElseThrow();
    }

    /** What the cluster has of a member now. */
    List<ObjectResult> results(MemberRef ref) {
        return results.getOrDefault(ref, List.of());
    }

    /** Why nothing more can be asked of the cluster, if that is so. */
    Optional<ObjectResult> end() {
        return end;
    }

    void wave(List<PlannedMember> members) {
        List<PlannedMember> open = new ArrayList<>();
        for (PlannedMember member : members) {
            Optional<MemberOutcome> settled = settled(member);
            settled.ifPresentOrElse(outcome -> outcomes.put(member.member().ref(), outcome), () -> open.add(member));
        }
        foundations(open);
        for (PlannedMember member : open) {
            MemberRef ref = member.member().ref();
            List<ObjectResult> own = results.computeIfAbsent(ref, key -> new ArrayList<>());
            if (own.stream().noneMatch(ObjectResult::isFailed)) {
                write(member, false, own);
                if (own.stream().noneMatch(ObjectResult::isFailed)
                        && member.delivery().isPresent()) {
                    own.add(step.deliver(member));
                }
            }
            outcomes.put(ref, Outcomes.written(ref, own, member.message()));
        }
    }

    private Optional<MemberOutcome> settled(PlannedMember planned) {
        MemberRef ref = planned.member().ref();
        if (end.isPresent()) {
            return Optional.of(Outcomes.written(ref, end.stream().toList(), Optional.empty()));
        }
        Optional<MemberRef> unmet = planned.member().parents().stream()
                .filter(parent -> Optional.ofNullable(outcomes.get(parent))
                        .filter(outcome -> !Outcomes.isDone(outcome))
                        .isPresent())
                .findFirst();
        if (unmet.isPresent()) {
            return Optional.of(Outcomes.skipped(ref, "not tried, since " + unmet.get() + " is not on the target"));
        }
        return planned.failure()
                .map(failure -> Outcomes.written(ref, List.of(ObjectResult.failed(failure)), Optional.empty()));
    }

    private void foundations(List<PlannedMember> members) {
        for (PlannedMember member : members) {
            List<ObjectResult> own = results.computeIfAbsent(member.member().ref(), key -> new ArrayList<>());
            write(member, true, own);
        }
        boolean definitions = false;
        for (PlannedMember member : members) {
            List<ObjectResult> own = results.computeIfAbsent(member.member().ref(), key -> new ArrayList<>());
            for (int i = 0; i < own.size(); i++) {
                ObjectResult ready =
                        step.await(own.get(i), Location.member(member.member().ref()));
                own.set(i, noted(ready));
                definitions |=
                        own.get(i).object().filter(MemberWrites::isDefinition).isPresent();
            }
        }
        if (definitions && end.isEmpty()) {
            refresh();
        }
    }

    private void refresh() {
        try {
            kinds.refresh();
        } catch (StackProfileException failure) {
            if (failure.code() == ErrorCode.CANCELLED) {
                throw failure;
            }
            noted(ObjectResult.failed(failure));
        }
    }

    private void write(PlannedMember member, boolean foundations, List<ObjectResult> own) {
        for (PlannedObject object : member.objects()) {
            if (isFoundation(object) == foundations) {
                Location at = Location.builder()
                        .member(member.member().ref())
                        .document(object.document())
                        .build();
                own.add(end.orElseGet(() -> noted(step.write(object, at))));
            }
        }
    }

    private ObjectResult noted(ObjectResult result) {
        if (result.isEndOfAll() && end.isEmpty()) {
            end = Optional.of(new ObjectResult(
                    Status.FAILED,
                    Optional.of("not tried, since the cluster could not be asked any more"),
                    result.code(),
                    List.of(),
                    Optional.empty()));
        }
        return result;
    }

    private static boolean isFoundation(PlannedObject object) {
        return object.id().isNamespace() || object.id().isDefinition();
    }

    private static boolean isDefinition(JsonNode object) {
        return ObjectId.of(object).isDefinition();
    }
}

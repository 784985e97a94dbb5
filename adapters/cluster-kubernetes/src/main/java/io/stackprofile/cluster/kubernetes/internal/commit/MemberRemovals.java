package io.stackprofile.cluster.kubernetes.internal.commit;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackprofile.cluster.kubernetes.internal.api.Json;
import io.stackprofile.cluster.kubernetes.internal.api.ResourceType;
import io.stackprofile.cluster.kubernetes.internal.mark.Marks;
import io.stackprofile.error.ClusterException;
import io.stackprofile.error.Location;
import io.stackprofile.instantiation.MemberOutcome;
import io.stackprofile.instantiation.MemberOutcome.Status;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Removes members' objects: those of children first, the last document first; then definitions, then namespaces, so that
 * each is looked at when what was in it is gone.
 */
final class MemberRemovals {

    private final ObjectRemover remover;
    private final ServedKinds kinds;
    private final StayingMembers staying;
    private final Map<MemberRef, List<ObjectResult>> results = new LinkedHashMap<>();
    private Optional<ObjectResult> end = Optional.empty();

    MemberRemovals(ObjectRemover remover, ServedKinds kinds, StayingMembers staying) {
        this.remover = remover;
        this.kinds = kinds;
        this.staying = staying;
    }

    /**
     * An object to remove.
     *
     * @param apiVersion in which to ask for it
     */
    record Going(MemberRef member, String apiVersion, ObjectId id) {
        int turn() {
            return id.isNamespace() ? 2 : id.isDefinition() ? 1 : 0;
        }
    }

    /** The objects of a stack that are marked as a member's. */
    static List<Going> marked(List<JsonNode> objects, String stack, MemberRef member) {
        String name = member.toString();
        List<Going> going = new ArrayList<>();
        for (JsonNode object : objects) {
            boolean its = Marks.annotation(object, Marks.MEMBER)
                            .filter(name::equals)
                            .isPresent()
                    && Marks.label(object, Marks.STACK).filter(stack::equals).isPresent();
            if (its) {
                going.add(new Going(member, Json.text(object, "apiVersion").orElse(""), ObjectId.of(object)));
            }
        }
        return going;
    }

    void remove(List<Going> all) {
        for (int turn = 0; turn <= 2; turn++) {
            for (Going going : all) {
                if (going.turn() == turn) {
                    List<ObjectResult> own = results.computeIfAbsent(going.member(), key -> new ArrayList<>());
                    own.add(end.or(() -> staying.holding(going.member(), this::results))
                            .orElseGet(() -> remove(going)));
                }
            }
        }
    }

    /** What came of a member's objects. */
    List<ObjectResult> results(MemberRef member) {
        return results.getOrDefault(member, List.of());
    }

    /** Adds what came of documents that a member does not have any more. */
    MemberOutcome pruned(MemberOutcome outcome) {
        List<ObjectResult> own = results(outcome.ref());
        if (own.isEmpty()) {
            return outcome;
        }
        boolean failed = own.stream().anyMatch(ObjectResult::isFailed);
        MemberOutcome removal = Outcomes.removed(outcome.ref(), own, Optional.empty());
        List<String> said = new ArrayList<>(outcome.message().stream().toList());
        said.add(removal.message()
                .map(text -> "No longer in it, yet there: " + text)
                .orElse("Objects that are no longer in it were removed."));
        return MemberOutcome.builder()
                .ref(outcome.ref())
                .addAllConflicts(outcome.conflicts())
                .status(failed ? Status.FAILED : Status.UPDATED)
                .code(removal.code())
                .message(String.join(" ", said))
                .build();
    }

    /** What came of a member that was to be removed. */
    MemberOutcome removed(Member member) {
        return Outcomes.removed(member.ref(), results(member.ref()), Optional.empty());
    }

    private ObjectResult remove(Going going) {
        Location at = Location.member(going.member());
        try {
            Optional<ResourceType> type = kinds.find(
                            going.apiVersion(), going.id().kind())
                    .or(() -> kinds.any(going.id().group(), going.id().kind()));
            // No kind, no objects of it.
            ObjectResult result = type.map(known -> remover.remove(known, placed(known, going.id()), at))
                    .orElseGet(() -> ObjectResult.of(Status.REMOVED));
            return noted(result);
        } catch (ClusterException failure) {
            return noted(ObjectResult.failed(failure));
        }
    }

    private static ObjectId placed(ResourceType type, ObjectId id) {
        return new ObjectId(id.group(), id.kind(), type.namespaced() ? id.namespace() : Optional.empty(), id.name());
    }

    private ObjectResult noted(ObjectResult result) {
        if (result.isEndOfAll()) {
            end = Optional.of(result);
        }
        return result;
    }
}

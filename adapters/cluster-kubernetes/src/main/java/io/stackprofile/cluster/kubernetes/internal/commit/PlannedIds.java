package io.stackprofile.cluster.kubernetes.internal.commit;

import io.stackprofile.cluster.kubernetes.internal.api.ResourceType;
import io.stackprofile.error.ClusterException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Location;
import io.stackprofile.stack.MemberRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The objects that a commit's members have, as the cluster calls them. Each is of one member. */
final class PlannedIds {

    private final ServedKinds kinds;
    private final String defaultNamespace;
    private final Map<ObjectId, MemberRef> members = new HashMap<>();

    PlannedIds(ServedKinds kinds, String defaultNamespace) {
        this.kinds = kinds;
        this.defaultNamespace = defaultNamespace;
    }

    /**
     * Takes the members' objects. One that has an object of an earlier member, or twice, fails: an apply takes away what the
     * one before it set, so that whoever comes last would win silently.
     */
    List<PlannedMember> take(List<PlannedMember> planned) {
        List<PlannedMember> taken = new ArrayList<>();
        for (PlannedMember member : planned) {
            taken.add(second(member)
                    .map(failure -> PlannedMember.failed(member.member(), failure))
                    .orElse(member));
        }
        return taken;
    }

    boolean contains(ObjectId id) {
        return members.containsKey(id);
    }

    private Optional<ClusterException> second(PlannedMember member) {
        MemberRef ref = member.member().ref();
        Optional<ClusterException> failure = Optional.empty();
        for (PlannedObject object : member.objects()) {
            ObjectId id = placed(object.id());
            MemberRef first = members.putIfAbsent(id, ref);
            if (first != null && failure.isEmpty()) {
                failure = Optional.of(twice(id, first, ref, object.document()));
            }
        }
        return failure;
    }

    private ObjectId placed(ObjectId id) {
        boolean namespaced =
                kinds.any(id.group(), id.kind()).map(ResourceType::namespaced).orElse(true);
        Optional<String> namespace =
                namespaced ? id.namespace().or(() -> Optional.of(defaultNamespace)) : Optional.empty();
        return new ObjectId(id.group(), id.kind(), namespace, id.name());
    }

    private static ClusterException twice(ObjectId id, MemberRef first, MemberRef second, int document) {
        return new ClusterException(
                ErrorCode.OBJECT_REFUSED,
                id.describe() + (first.equals(second) ? " is in it twice" : " is in " + first + " too"),
                "Leave it in one place; two would take each other's fields away.",
                Location.builder().member(second).document(document).build());
    }
}

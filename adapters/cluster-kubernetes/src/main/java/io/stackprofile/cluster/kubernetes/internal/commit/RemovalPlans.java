package io.stackprofile.cluster.kubernetes.internal.commit;

import io.stackprofile.cluster.kubernetes.internal.api.Json;
import io.stackprofile.error.ClusterException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Location;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Member;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the objects of members that are to go: those of their texts, and those that are marked as theirs. */
final class RemovalPlans {

    private final TargetState target;
    private final String stack;
    private final String defaultNamespace;
    private final ServedKinds kinds;

    RemovalPlans(TargetState target, String stack, String defaultNamespace, ServedKinds kinds) {
        this.target = target;
        this.stack = stack;
        this.defaultNamespace = defaultNamespace;
        this.kinds = kinds;
    }

    /**
     * A member's objects, the last first.
     *
     * @throws io.stackprofile.error.StackProfileException when they cannot be told
     */
    List<MemberRemovals.Going> of(Member member) {
        Map<ObjectId, MemberRemovals.Going> all = new LinkedHashMap<>();
        if (!(member instanceof Addon)) {
            for (ObjectTrees.Tree tree :
                    ObjectTrees.of(member.ref(), member.text().orElse(""))) {
                MemberRemovals.Going going = going(member, tree);
                all.put(going.id(), going);
            }
        }
        MemberRemovals.marked(target.objects(), stack, member.ref()).forEach(going -> all.put(going.id(), going));
        if (all.isEmpty() && member instanceof Addon) {
            requireGone(member);
        }
        List<MemberRemovals.Going> lastFirst = new ArrayList<>(all.values());
        Collections.reverse(lastFirst);
        return lastFirst;
    }

    private MemberRemovals.Going going(Member member, ObjectTrees.Tree tree) {
        ObjectId written = ObjectId.of(tree.object());
        String apiVersion = Json.text(tree.object(), "apiVersion").orElse("");
        Optional<String> namespace = kinds.find(apiVersion, written.kind())
                .filter(type -> !type.namespaced())
                .map(type -> Optional.<String>empty())
                .orElseGet(() -> written.namespace().or(member::namespace).or(() -> Optional.of(defaultNamespace)));
        return new MemberRemovals.Going(
                member.ref(), apiVersion, new ObjectId(written.group(), written.kind(), namespace, written.name()));
    }

    private void requireGone(Member addon) {
        if (target.reading().apply(target.objects()).find(addon.ref()).isPresent()) {
            throw new ClusterException(
                    ErrorCode.ADDON_REFUSED,
                    "the add-on is there and no object of it carries this stack's mark, so that someone else installed it",
                    "Remove it with what installed it, such as helm uninstall.",
                    Location.member(addon.ref()));
        }
    }
}

package io.stackprofile.test.kubernetes;

import java.util.Objects;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** Writes that do not come over HTTP: of controllers, and of a test in another manager's name. */
final class InnerWrites {

    private final Cluster cluster;
    private final Options options;

    InnerWrites(Cluster cluster, String manager) {
        this.cluster = cluster;
        options = new Options(manager, false, true, "Ignore");
    }

    /** Makes an object unless it is there. */
    ObjectNode create(ObjectNode object) {
        Target target = target(object, "");
        ObjectNode there = cluster.store.get(target.key());
        if (there != null) {
            return there;
        }
        ObjectNode full = (ObjectNode) Merging.merge(
                ZeroObjects.of(target.type()), object, target.type().schema());
        Strategy.read(full, target.type());
        ObjectNode owned = new FieldOwnership(target, options).update(null, full);
        Strategy.create(owned, target, cluster);
        return cluster.stored(target.type(), owned, null);
    }

    /** Changes an object that is there. */
    ObjectNode change(ObjectNode object, String subresource, Consumer<ObjectNode> change) {
        Target target = target(object, subresource);
        ObjectNode live = Objects.requireNonNull(cluster.store.get(target.key()), target::key);
        ObjectNode changed = live.deepCopy();
        change.accept(changed);
        Strategy.read(changed, target.type());
        Strategy.update(changed, live, target, cluster);
        ObjectNode owned = new FieldOwnership(target, options).update(live, changed);
        return ManagedFields.sameButForTimes(live, owned) ? live : cluster.stored(target.type(), owned, live);
    }

    private Target target(ObjectNode object, String subresource) {
        return new Target(
                cluster.typeOf(object),
                Json.text(object, "metadata", "namespace"),
                Json.text(object, "metadata", "name"),
                subresource);
    }
}

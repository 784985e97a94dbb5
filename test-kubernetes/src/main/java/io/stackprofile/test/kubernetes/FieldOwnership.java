package io.stackprofile.test.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Server-side apply, and the ownership that other writes take. */
final class FieldOwnership {

    /** Never owned: the server's own, and what names the object. */
    private static final FieldSet NOT_OWNED = FieldSet.of(List.of(
            FieldPath.of("apiVersion"),
            FieldPath.of("kind"),
            FieldPath.of("metadata"),
            FieldPath.of("metadata", "name"),
            FieldPath.of("metadata", "namespace"),
            FieldPath.of("metadata", "creationTimestamp"),
            FieldPath.of("metadata", "selfLink"),
            FieldPath.of("metadata", "uid"),
            FieldPath.of("metadata", "clusterName"),
            FieldPath.of("metadata", "generation"),
            FieldPath.of("metadata", "managedFields"),
            FieldPath.of("metadata", "resourceVersion")));

    private final Target target;
    private final Options options;

    FieldOwnership(Target target, Options options) {
        this.target = target;
        this.options = options;
    }

    /** The live object with what was applied, and with the owners that has made; a conflict fails. */
    ObjectNode apply(@Nullable ObjectNode live, ObjectNode applied) {
        Schema schema = target.type().schema();
        ObjectNode before = withoutEntries(live == null ? ZeroObjects.of(target.type()) : live);
        ManagedFields managed = ManagedFields.of(live);
        if (managed.isEmpty() && live != null) {
            managed.findOrAdd("before-first-apply", "Update", target.type().apiVersion(), "").fields =
                    owned(FieldSet.of(before, schema));
        }
        ManagedFields.Entry mine =
                managed.findOrAdd(options.manager(), "Apply", target.type().apiVersion(), target.subresource());
        FieldSet last = mine.fields;
        FieldSet wanted = owned(FieldSet.of(applied, schema));
        mine.fields = wanted;
        ObjectNode merged = (ObjectNode) Merging.merge(before, applied, schema);
        ObjectNode after = prune(merged, last, managed.all(), schema);
        Comparison comparison = Comparison.between(before, after, schema);
        takeFrom(managed, mine, comparison, options.force());
        if (!comparison.same() || !last.equals(wanted)) {
            mine.time = Store.now();
        }
        managed.dropEmpty();
        TypeCheck.prune(after, schema);
        managed.writeTo(after);
        return after;
    }

    /** What this manager applied before, no longer wants and nobody else owns goes. */
    private static ObjectNode prune(ObjectNode merged, FieldSet last, FieldSet owned, Schema schema) {
        if (last.isEmpty()) {
            return merged;
        }
        FieldSet removed = FieldSet.of(merged, schema)
                .withFieldsAbove(schema)
                .and(last.withFieldsAbove(schema))
                .minus(owned.withFieldsAbove(schema));
        return Merging.without(merged, schema, removed);
    }

    private static void takeFrom(
            ManagedFields managed, ManagedFields.Entry mine, Comparison comparison, boolean force) {
        FieldSet written = comparison.written();
        Map<String, List<FieldPath>> conflicts = new TreeMap<>();
        for (ManagedFields.Entry entry : managed.entries()) {
            if (entry != mine) {
                List<FieldPath> taken = List.copyOf(entry.fields.and(written).paths());
                if (!taken.isEmpty()) {
                    conflicts
                            .computeIfAbsent(entry.described(), key -> new ArrayList<>())
                            .addAll(taken);
                }
            }
        }
        if (!conflicts.isEmpty() && !force) {
            throw conflict(conflicts);
        }
        for (ManagedFields.Entry entry : managed.entries()) {
            if (entry != mine) {
                entry.fields = entry.fields.minus(written).minus(comparison.removed());
            }
        }
    }

    private static Failure conflict(Map<String, List<FieldPath>> conflicts) {
        List<Failure.Cause> causes = new ArrayList<>();
        StringBuilder lines = new StringBuilder();
        conflicts.forEach((manager, paths) -> {
            lines.append(lines.isEmpty() ? "" : "\n")
                    .append("conflicts with ")
                    .append(manager)
                    .append(':');
            for (FieldPath path : paths) {
                causes.add(new Failure.Cause("FieldManagerConflict", "conflict with " + manager, path.toString()));
                lines.append("\n- ").append(path);
            }
        });
        String message = causes.size() == 1
                ? "Apply failed with 1 conflict: " + causes.get(0).message() + ": "
                        + causes.get(0).field()
                : "Apply failed with " + causes.size() + " conflicts: " + lines;
        return Failure.applyConflict(causes, message);
    }

    /** The object with what another kind of write has changed in the hands of its manager. */
    ObjectNode update(@Nullable ObjectNode live, ObjectNode changed) {
        Schema schema = target.type().schema();
        ObjectNode before = withoutEntries(live == null ? ZeroObjects.of(target.type()) : live);
        ObjectNode after = withoutEntries(changed);
        ManagedFields managed = ManagedFields.of(live);
        Comparison comparison = Comparison.between(before, after, schema);
        FieldSet written = owned(comparison.written());
        ManagedFields.Entry mine =
                managed.findOrAdd(options.manager(), "Update", target.type().apiVersion(), target.subresource());
        takeFrom(managed, mine, comparison, true);
        mine.fields = mine.fields.minus(comparison.removed()).union(written);
        if (!written.isEmpty()) {
            mine.time = Store.now();
        }
        managed.dropEmpty();
        managed.writeTo(after);
        return after;
    }

    private FieldSet owned(FieldSet fields) {
        FieldSet own = fields.minus(NOT_OWNED);
        FieldPath status = FieldPath.of("status");
        if (target.isStatus()) {
            return own.where(path -> path.startsWith(status));
        }
        return target.type().hasStatus() ? own.where(path -> !path.startsWith(status)) : own;
    }

    private static ObjectNode withoutEntries(ObjectNode object) {
        ObjectNode copy = object.deepCopy();
        Json.child(copy, "metadata").remove("managedFields");
        return copy;
    }
}

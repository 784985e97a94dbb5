package io.stackprofile.test.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Who owns what of one object. Changes in place. */
final class ManagedFields {

    /** One manager's part; an applier is the same at every API version. */
    static final class Entry {
        final String manager;
        final String operation;
        final String apiVersion;
        final String subresource;
        String time;
        FieldSet fields;

        Entry(String manager, String operation, String apiVersion, String subresource, String time, FieldSet fields) {
            this.manager = manager;
            this.operation = operation;
            this.apiVersion = apiVersion;
            this.subresource = subresource;
            this.time = time;
            this.fields = fields;
        }

        boolean applied() {
            return operation.equals("Apply");
        }

        boolean same(String otherManager, String otherOperation, String otherVersion, String otherSubresource) {
            return manager.equals(otherManager)
                    && operation.equals(otherOperation)
                    && subresource.equals(otherSubresource)
                    && (applied() || apiVersion.equals(otherVersion));
        }

        /** As conflicts name it. */
        String described() {
            String quoted = "\"" + manager + "\"";
            String named = subresource.isEmpty() ? quoted : quoted + " with subresource \"" + subresource + "\"";
            return applied() ? named : named + " using " + apiVersion;
        }
    }

    private final List<Entry> entries = new ArrayList<>();

    static ManagedFields of(@Nullable ObjectNode object) {
        ManagedFields managed = new ManagedFields();
        for (JsonNode entry : Json.items(object, "metadata", "managedFields")) {
            managed.entries.add(new Entry(
                    Json.text(entry, "manager"),
                    Json.text(entry, "operation"),
                    Json.text(entry, "apiVersion"),
                    Json.text(entry, "subresource"),
                    Json.text(entry, "time"),
                    FieldSet.fromFieldsV1(entry.path("fieldsV1"))));
        }
        return managed;
    }

    List<Entry> entries() {
        return entries;
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    @Nullable
    Entry find(String manager, String operation, String apiVersion, String subresource) {
        for (Entry entry : entries) {
            if (entry.same(manager, operation, apiVersion, subresource)) {
                return entry;
            }
        }
        return null;
    }

    Entry findOrAdd(String manager, String operation, String apiVersion, String subresource) {
        Entry found = find(manager, operation, apiVersion, subresource);
        if (found == null) {
            found = new Entry(manager, operation, apiVersion, subresource, Store.now(), FieldSet.EMPTY);
            entries.add(found);
        }
        return found;
    }

    FieldSet all() {
        FieldSet all = FieldSet.EMPTY;
        for (Entry entry : entries) {
            all = all.union(entry.fields);
        }
        return all;
    }

    void dropEmpty() {
        entries.removeIf(entry -> entry.fields.isEmpty());
    }

    void writeTo(ObjectNode object) {
        ArrayNode list = Json.array();
        for (Entry entry : entries) {
            ObjectNode node =
                    list.addObject().put("apiVersion", entry.apiVersion).put("fieldsType", "FieldsV1");
            node.set("fieldsV1", entry.fields.toFieldsV1());
            node.put("manager", entry.manager).put("operation", entry.operation);
            if (!entry.subresource.isEmpty()) {
                node.put("subresource", entry.subresource);
            }
            if (!entry.time.isEmpty()) {
                node.put("time", entry.time);
            }
        }
        ObjectNode metadata = Json.child(object, "metadata");
        metadata.remove("managedFields");
        if (!list.isEmpty()) {
            metadata.set("managedFields", list);
        }
    }

    /** Whether two objects say the same but for the times of their entries. */
    static boolean sameButForTimes(ObjectNode one, ObjectNode other) {
        return Objects.equals(withoutTimes(one), withoutTimes(other));
    }

    private static ObjectNode withoutTimes(ObjectNode object) {
        ObjectNode copy = object.deepCopy();
        for (JsonNode entry : Json.items(copy, "metadata", "managedFields")) {
            ((ObjectNode) entry).remove("time");
        }
        return copy;
    }
}

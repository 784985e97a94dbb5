package io.stackprofile.cluster.kubernetes.internal.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stackprofile.StackDraftId;
import io.stackprofile.cluster.kubernetes.internal.api.Json;
import io.stackprofile.cluster.kubernetes.internal.api.ResourceType;
import java.util.Optional;
import java.util.Set;

/** The ConfigMaps of drafts: a head that says which save counts, and the pieces of each save. */
final class DraftObjects {

    static final ResourceType CONFIG_MAPS =
            new ResourceType("", "v1", "ConfigMap", "configmaps", true, Set.of("get", "list"), true);
    static final ResourceType NAMESPACES =
            new ResourceType("", "v1", "Namespace", "namespaces", false, Set.of("get"), true);

    static final String DRAFT = "stackprofile.io/draft";
    static final String PART = "stackprofile.io/draft-part";
    static final String HEAD = "head";
    static final String CHUNK = "chunk";

    /**
     * What a head says.
     *
     * @param save which save counts
     * @param chunks how many pieces it has
     * @param sha256 of the whole
     * @param stack the stack that the draft is for
     * @param resourceVersion of the head itself
     */
    record Head(String save, int chunks, String sha256, String stack, String resourceVersion) {}

    private DraftObjects() {}

    static String head(StackDraftId id) {
        return "draft-" + id;
    }

    static String chunk(StackDraftId id, String save, int index) {
        return head(id) + "-" + save + "-" + index;
    }

    static ObjectNode head(StackDraftId id, Head head) {
        ObjectNode object = object(id, head(id), HEAD);
        if (!head.resourceVersion().isEmpty()) {
            object.withObjectProperty("metadata").put("resourceVersion", head.resourceVersion());
        }
        object.putObject("data")
                .put("save", head.save())
                .put("chunks", Integer.toString(head.chunks()))
                .put("sha256", head.sha256())
                .put("stack", head.stack());
        return object;
    }

    static ObjectNode chunk(StackDraftId id, String save, int index, String piece) {
        ObjectNode object = object(id, chunk(id, save, index), CHUNK);
        object.putObject("binaryData").put("chunk", piece);
        return object;
    }

    private static ObjectNode object(StackDraftId id, String name, String part) {
        ObjectNode object = Json.object().put("apiVersion", "v1").put("kind", "ConfigMap");
        ObjectNode metadata = object.putObject("metadata").put("name", name);
        metadata.putObject("labels").put(DRAFT, id.toString()).put(PART, part);
        return object;
    }

    /** What a head says; empty when someone wrote something else there. */
    static Optional<Head> read(JsonNode object) {
        try {
            return Json.text(object, "data", "save")
                    .map(save -> new Head(
                            save,
                            Integer.parseInt(Json.text(object, "data", "chunks").orElse("")),
                            Json.text(object, "data", "sha256").orElse(""),
                            Json.text(object, "data", "stack").orElse(""),
                            Json.text(object, "metadata", "resourceVersion").orElse("")));
        } catch (NumberFormatException other) {
            return Optional.empty();
        }
    }

    static Optional<StackDraftId> id(JsonNode object) {
        try {
            return Json.text(object, "metadata", "labels", DRAFT).map(StackDraftId::of);
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }
}

package io.stackprofile.test.kubernetes;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** GET of one object and of collections. */
final class Reads {

    private final Cluster cluster;
    private final Writes writes;
    private volatile long oldestContinue;

    Reads(Cluster cluster, Writes writes) {
        this.cluster = cluster;
        this.writes = writes;
    }

    /** From now on lists begun before cannot be continued. */
    void expireContinues() {
        oldestContinue = cluster.store.revision() + 1;
    }

    Answer get(Target target) {
        return Answer.of(200, writes.existing(target));
    }

    Answer list(ApiRequest request, Target target) {
        List<ObjectNode> items = matching(request, target);
        long revision = cluster.store.revision();
        String start = request.parameter("continue");
        int from = 0;
        if (!start.isEmpty()) {
            String[] parts = decoded(start);
            revision = Long.parseLong(parts[0]);
            if (revision < oldestContinue) {
                throw Failure.of(
                        410,
                        "Expired",
                        "The provided continue parameter is too old to display a consistent list result. You can start"
                                + " a new list without the continue parameter.");
            }
            while (from < items.size() && key(items.get(from)).compareTo(parts[1]) <= 0) {
                from++;
            }
        }
        return Answer.of(200, page(request, target.type(), items.subList(from, items.size()), revision));
    }

    private static String[] decoded(String token) {
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8).split(" ", 2);
        } catch (IllegalArgumentException e) {
            throw Failure.badRequest("continue key is not valid");
        }
    }

    List<ObjectNode> matching(ApiRequest request, Target target) {
        Predicate<ObjectNode> labels = Selectors.labels(request.parameter("labelSelector"));
        Predicate<ObjectNode> fields = Selectors.fields(request.parameter("fieldSelector"), target.type());
        String prefix = Store.prefix(target.type()) + (target.namespace().isEmpty() ? "" : target.namespace() + "/");
        List<ObjectNode> found = new ArrayList<>();
        for (ObjectNode object : cluster.store.list(prefix)) {
            if (labels.test(object) && fields.test(object)) {
                Views.of(object, target.type());
                found.add(object);
            }
        }
        return found;
    }

    private static String key(ObjectNode object) {
        return Json.text(object, "metadata", "namespace") + "/" + Json.text(object, "metadata", "name");
    }

    private static ObjectNode page(ApiRequest request, ResourceType type, List<ObjectNode> items, long revision) {
        String limit = request.parameter("limit");
        int size =
                limit.isEmpty() || limit.equals("0") ? items.size() : Math.min(Integer.parseInt(limit), items.size());
        ObjectNode list = Json.object().put("kind", type.kind() + "List").put("apiVersion", type.apiVersion());
        ObjectNode metadata = list.putObject("metadata").put("resourceVersion", Long.toString(revision));
        if (size < items.size()) {
            String next = revision + " " + key(items.get(size - 1));
            metadata.put("continue", Base64.getUrlEncoder().encodeToString(next.getBytes(StandardCharsets.UTF_8)));
            if (request.parameter("labelSelector").isEmpty()
                    && request.parameter("fieldSelector").isEmpty()) {
                metadata.put("remainingItemCount", items.size() - size);
            }
        }
        ArrayNode all = list.putArray("items");
        for (ObjectNode item : items.subList(0, size)) {
            if (!type.custom()) {
                item.remove(List.of("apiVersion", "kind"));
            }
            all.add(item);
        }
        return list;
    }
}

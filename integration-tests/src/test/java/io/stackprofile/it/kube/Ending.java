package io.stackprofile.it.kube;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** Takes away what a run made. */
final class Ending {

    private static final int PATIENCE = 100;

    private final KubeTarget target;

    Ending(KubeTarget target) {
        this.target = target;
    }

    /** Takes an object away and waits until it is gone: what it was made of may be in the way of the next test. */
    void object(String path) {
        target.delete(path);
        awaitGone(path);
    }

    /** Takes a namespace away with everything in it; without controllers nobody else does. */
    void namespace(String namespace) {
        String path = "/api/v1/namespaces/" + namespace;
        // The controllers of accounts and of namespaces are of one program.
        boolean controlled = target.get(path + "/serviceaccounts/default").isPresent();
        empty(namespace);
        target.delete(path);
        if (controlled) {
            awaitGone(path);
        }
        for (int i = 0; i < PATIENCE && target.get(path).isPresent(); i++) {
            target.get(path).ifPresent(there -> {
                ((ObjectNode) there).withObjectProperty("spec").putArray("finalizers");
                target.answer("PUT", path + "/finalize", "application/json", there.toString());
            });
        }
        if (target.get(path).isPresent()) {
            throw new AssertionError("namespace " + namespace + " is left behind; remove it by hand");
        }
    }

    // Ending it ourselves would leave what its controller has not deleted yet.
    private void awaitGone(String path) {
        for (int i = 0; i < PATIENCE && target.get(path).isPresent(); i++) {
            try {
                Thread.sleep(600);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void empty(String namespace) {
        for (JsonNode group : groups()) {
            for (JsonNode type : served(group.textValue())) {
                if (type.path("namespaced").asBoolean()
                        && type.path("verbs").toString().contains("deletecollection")) {
                    String collection = group.textValue() + "/namespaces/" + namespace + "/"
                            + type.path("name").textValue();
                    // What this token may not delete, it did not make.
                    target.answer("DELETE", collection, "application/json", "{}");
                }
            }
        }
    }

    // A group whose own server is down keeps nothing of this run.
    private JsonNode served(String group) {
        HttpResponse<String> answer = target.answer("GET", group, "application/json", null);
        return answer.code() >= 300
                ? JsonNodeFactory.instance.arrayNode()
                : KubeTarget.tree(answer, "GET " + group).path("resources");
    }

    private List<JsonNode> groups() {
        List<JsonNode> paths = new ArrayList<>(List.of(JsonNodeFactory.instance.textNode("/api/v1")));
        target.get("/apis")
                .orElseThrow()
                .path("groups")
                .forEach(group -> paths.add(JsonNodeFactory.instance.textNode("/apis/"
                        + group.path("preferredVersion").path("groupVersion").textValue())));
        return paths;
    }
}

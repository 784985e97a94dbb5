package io.stackprofile.test.kubernetes;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Nobody grants by a Role or a binding what they may not do, unless they may {@code escalate} or {@code bind}. */
final class Escalation {

    private static final String GROUP = "rbac.authorization.k8s.io";

    private final Cluster cluster;

    Escalation(Cluster cluster) {
        this.cluster = cluster;
    }

    void check(Access.User user, Target target, ObjectNode object) {
        switch (target.type().kind()) {
            case "Role", "ClusterRole" -> {
                if (!may(user, "escalate", target.type().plural(), target.namespace())) {
                    confirm(user, target, object);
                }
            }
            case "RoleBinding", "ClusterRoleBinding" -> binding(user, target, object);
            default -> {}
        }
    }

    private void binding(Access.User user, Target target, ObjectNode object) {
        boolean wide = Json.text(object, "roleRef", "kind").equals("ClusterRole");
        String plural = wide ? "clusterroles" : "roles";
        if (may(user, "bind", plural, target.namespace())) {
            return;
        }
        ResourceType type = cluster.types.byPlural(GROUP, "v1", plural);
        String name = Json.text(object, "roleRef", "name");
        ObjectNode role = type == null ? null : cluster.store.get(Store.key(type, target.namespace(), name));
        if (type != null && role == null) {
            throw Failure.notFound(type, name);
        }
        confirm(user, target, role);
    }

    private static boolean may(Access.User user, String verb, String plural, String namespace) {
        return user.rules().stream().anyMatch(rule -> rule.allows(verb, GROUP, plural, namespace));
    }

    private static void confirm(Access.User user, Target target, @Nullable ObjectNode role) {
        List<String> missing = new ArrayList<>();
        for (JsonNode rule : Json.items(role, "rules")) {
            if (!covers(user, rule, target.namespace())) {
                missing.add("{APIGroups:" + rule.path("apiGroups") + ", Resources:" + rule.path("resources")
                        + ", Verbs:" + rule.path("verbs") + "}");
            }
        }
        if (!missing.isEmpty()) {
            throw Failure.forbidden(
                    target.type(),
                    target.name(),
                    "user \"" + user.name() + "\" (groups=[\"system:authenticated\"]) is attempting to grant RBAC"
                            + " permissions not currently held:\n" + String.join("\n", missing));
        }
    }

    private static boolean covers(Access.User user, JsonNode rule, String namespace) {
        if (rule.has("nonResourceURLs")) {
            return user.rules().contains(Rule.ALL);
        }
        for (JsonNode verb : Json.items(rule, "verbs")) {
            for (JsonNode group : Json.items(rule, "apiGroups")) {
                for (JsonNode resource : Json.items(rule, "resources")) {
                    if (user.rules().stream()
                            .noneMatch(own ->
                                    own.allows(verb.asString(), group.asString(), resource.asString(), namespace))) {
                        return false;
                    }
                }
            }
        }
        return true;
    }
}

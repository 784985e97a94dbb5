package io.stackprofile.cluster.kubernetes.internal.api;

import io.stackprofile.error.ClusterException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Location;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * A kind of object as a server serves it.
 *
 * @param group its API group; empty for the core group
 * @param version its version within the group
 * @param kind its kind
 * @param plural the resource's name in paths
 * @param namespaced whether its objects belong to namespaces
 * @param verbs what can be done with it
 * @param preferred whether this is the version its group prefers
 */
public record ResourceType(
        String group,
        String version,
        String kind,
        String plural,
        boolean namespaced,
        Set<String> verbs,
        boolean preferred) {

    /** Copies the verbs. */
    public ResourceType {
        verbs = Set.copyOf(verbs);
    }

    /** As objects name it. */
    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /** As RBAC names it: {@code deployments.apps}. */
    public String resource() {
        return group.isEmpty() ? plural : plural + "." + group;
    }

    /** Whether it can be listed and read. */
    public boolean readable() {
        return verbs.contains("list") && verbs.contains("get");
    }

    /** The path of its collection, in one namespace or over all. */
    public String path(Optional<String> namespace) {
        String root = group.isEmpty() ? "/api/" + version : "/apis/" + group + "/" + version;
        return root
                + namespace
                        .filter(given -> namespaced)
                        .map(given -> "/namespaces/" + segment(given))
                        .orElse("")
                + "/"
                + plural;
    }

    /** The path of one object. */
    public String path(Optional<String> namespace, String name) {
        return path(namespace) + "/" + segment(name);
    }

    // A server or a proxy before it would take it for another path, and so for another object.
    private static String segment(String text) {
        if (text.equals(".") || text.equals("..") || text.contains("/") || text.contains("%")) {
            throw new ClusterException(
                    ErrorCode.OBJECT_REFUSED,
                    "'" + text + "' cannot name an object or a namespace",
                    "Use a name that is not . or .. and has no / and no %.",
                    Location.unknown());
        }
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

package io.stackprofile.cluster.kubernetes.internal.commit;

import io.stackprofile.cluster.kubernetes.internal.api.Discovery;
import io.stackprofile.cluster.kubernetes.internal.api.ResourceType;
import io.stackprofile.error.ClusterException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Location;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds how kinds are served, for one commit: what is not served is asked for once, until definitions were added. */
final class ServedKinds {

    private final Discovery discovery;
    private final Map<String, Optional<ResourceType>> looked = new HashMap<>();

    ServedKinds(Discovery discovery) {
        this.discovery = discovery;
    }

    Optional<ResourceType> find(String apiVersion, String kind) {
        return looked.computeIfAbsent(apiVersion + " " + kind, asked -> discovery.find(apiVersion, kind));
    }

    /** How a kind is served in whatever version. */
    Optional<ResourceType> any(String group, String kind) {
        return discovery.types().stream()
                .filter(type -> type.group().equals(group) && type.kind().equals(kind))
                .findFirst();
    }

    List<ResourceType> all() {
        return discovery.types();
    }

    /** Forgets what was not served. */
    void refresh() {
        discovery.refresh();
        looked.clear();
    }

    /**
     * How a kind is served.
     *
     * @throws ClusterException {@code UNKNOWN_KIND}, with the version that is served instead or what to install
     */
    ResourceType require(String apiVersion, String kind, Location location) {
        return find(apiVersion, kind).orElseThrow(() -> unknown(apiVersion, kind, location));
    }

    private ClusterException unknown(String apiVersion, String kind, Location location) {
        String group = ObjectId.group(apiVersion);
        List<String> served = discovery.versions(kind);
        Optional<String> nearest = served.stream()
                .filter(version -> ObjectId.group(version).equals(group))
                .findFirst()
                .or(() -> served.stream().findFirst());
        return new ClusterException(
                ErrorCode.UNKNOWN_KIND,
                "the cluster does not serve " + kind + " in " + apiVersion,
                nearest.map(version -> "It serves " + version + "; write the member for that.")
                        .orElseGet(() -> remedy(group, kind)),
                location);
    }

    private static String remedy(String group, String kind) {
        if (group.endsWith(".fluxcd.io") || group.endsWith(".toolkit.fluxcd.io")) {
            return "Install Flux, whose source and helm controllers define it, or choose another installer.";
        }
        if (group.equals("argoproj.io")) {
            return "Install Argo CD, which defines it, or choose another installer.";
        }
        return "Install the CustomResourceDefinition of " + kind + (group.isEmpty() ? "" : " in " + group)
                + ", or make it a member that this one needs.";
    }
}

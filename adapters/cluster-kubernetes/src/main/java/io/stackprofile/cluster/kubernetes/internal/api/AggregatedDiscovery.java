package io.stackprofile.cluster.kubernetes.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads an {@code APIGroupDiscoveryList}: every group with its versions, the preferred one first, and their resources. */
final class AggregatedDiscovery {

    private AggregatedDiscovery() {}

    static List<ResourceType> types(JsonNode list, List<String> down) {
        List<ResourceType> types = new ArrayList<>();
        for (JsonNode group : list.path("items")) {
            String name = Json.text(group, "metadata", "name").orElse("");
            boolean preferred = true;
            for (JsonNode version : group.path("versions")) {
                String number = version.path("version").asText();
                if (version.path("freshness").asText().equals("Stale")) {
                    down.add(name.isEmpty() ? number : name + "/" + number);
                }
                for (JsonNode resource : version.path("resources")) {
                    types.add(type(name, number, resource, preferred));
                }
                preferred = false;
            }
        }
        return types;
    }

    private static ResourceType type(String group, String version, JsonNode resource, boolean preferred) {
        Set<String> verbs = new LinkedHashSet<>();
        resource.path("verbs").forEach(verb -> verbs.add(verb.asText()));
        return new ResourceType(
                group,
                version,
                Json.text(resource, "responseKind", "kind").orElse(""),
                resource.path("resource").asText(),
                resource.path("scope").asText().equals("Namespaced"),
                verbs,
                preferred);
    }
}

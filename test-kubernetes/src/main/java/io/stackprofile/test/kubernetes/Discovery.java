package io.stackprofile.test.kubernetes;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Says what is served: {@code /version}, {@code /api}, {@code /apis} and below, one by one or in one answer. */
final class Discovery {

    private static final List<String> VERBS =
            List.of("create", "delete", "deletecollection", "get", "list", "patch", "update");

    private final ResourceTypes types;
    private final String version;

    Discovery(ResourceTypes types, String version) {
        this.types = types;
        this.version = version;
    }

    /** The document at a path; null where it is none of these. */
    @Nullable
    ObjectNode at(String path, String accept) {
        String[] parts = path.substring(1).split("/", -1);
        boolean aggregated = accept.contains("g=apidiscovery.k8s.io");
        return switch (parts[0]) {
            case "version" -> parts.length == 1 ? version() : null;
            case "api" -> parts.length == 1 ? core(aggregated) : parts.length == 2 ? resources("", parts[1]) : null;
            case "apis" ->
                switch (parts.length) {
                    case 1 -> aggregated ? aggregated(false) : groups();
                    case 2 -> group(parts[1]);
                    case 3 -> resources(parts[1], parts[2]);
                    default -> null;
                };
            default -> null;
        };
    }

    private ObjectNode version() {
        String[] numbers = version.split("\\.", -1);
        return Json.object()
                .put("major", numbers[0])
                .put("minor", numbers[1])
                .put("gitVersion", "v" + version)
                .put("gitTreeState", "clean")
                .put("platform", "linux/amd64");
    }

    private ObjectNode core(boolean aggregated) {
        if (aggregated) {
            return aggregated(true);
        }
        ObjectNode versions = Json.object().put("kind", "APIVersions");
        versions.putArray("versions").add("v1");
        return versions;
    }

    private Map<String, Set<String>> versions() {
        Map<String, Set<String>> groups = new LinkedHashMap<>();
        for (ResourceType type : types.all()) {
            groups.computeIfAbsent(type.group(), group -> new LinkedHashSet<>()).add(type.version());
        }
        return groups;
    }

    private ObjectNode groups() {
        ObjectNode list = Json.object().put("kind", "APIGroupList").put("apiVersion", "v1");
        ArrayNode groups = list.putArray("groups");
        versions().keySet().stream().filter(group -> !group.isEmpty()).forEach(group -> groups.add(groupOf(group)));
        return list;
    }

    private ObjectNode group(String name) {
        if (name.isEmpty() || !versions().containsKey(name)) {
            throw Failure.unknownPath();
        }
        return groupOf(name).put("kind", "APIGroup").put("apiVersion", "v1");
    }

    private ObjectNode groupOf(String name) {
        ObjectNode group = Json.object().put("name", name);
        ArrayNode list = group.putArray("versions");
        for (String one : versions().getOrDefault(name, Set.of())) {
            list.addObject().put("groupVersion", name + "/" + one).put("version", one);
        }
        group.set("preferredVersion", list.path(0).deepCopy());
        return group;
    }

    private ObjectNode resources(String group, String ofVersion) {
        String groupVersion = group.isEmpty() ? ofVersion : group + "/" + ofVersion;
        ObjectNode list = Json.object()
                .put("kind", "APIResourceList")
                .put("apiVersion", "v1")
                .put("groupVersion", groupVersion);
        ArrayNode resources = list.putArray("resources");
        for (ResourceType type : of(group, ofVersion)) {
            resources.add(resource(type));
            type.subresources().forEach(name -> resources.add(subresource(type, name)));
        }
        if (resources.isEmpty()) {
            throw Failure.unknownPath();
        }
        return list;
    }

    private Collection<ResourceType> of(String group, String ofVersion) {
        return types.all().stream()
                .filter(type -> type.group().equals(group) && type.version().equals(ofVersion))
                .toList();
    }

    private static ObjectNode resource(ResourceType type) {
        ObjectNode resource = Json.object()
                .put("name", type.plural())
                .put("singularName", type.singular())
                .put("namespaced", type.namespaced())
                .put("kind", type.kind());
        verbs(resource, type);
        if (!type.shortNames().isEmpty()) {
            ArrayNode names = resource.putArray("shortNames");
            type.shortNames().forEach(names::add);
        }
        return resource;
    }

    private static void verbs(ObjectNode resource, ResourceType type) {
        ArrayNode verbs = resource.putArray("verbs");
        VERBS.stream()
                .filter(verb -> !verb.equals("deletecollection") || !type.is("", "namespaces"))
                .forEach(verbs::add);
    }

    private static ObjectNode subresource(ResourceType type, String name) {
        boolean scale = name.equals("scale");
        ObjectNode resource = Json.object()
                .put("name", type.plural() + "/" + name)
                .put("singularName", "")
                .put("namespaced", type.namespaced())
                .put("kind", scale ? "Scale" : type.kind());
        if (scale) {
            resource.put("group", "autoscaling").put("version", "v1");
        }
        resource.putArray("verbs").add("get").add("patch").add("update");
        return resource;
    }

    private ObjectNode aggregated(boolean core) {
        ObjectNode list =
                Json.object().put("kind", "APIGroupDiscoveryList").put("apiVersion", "apidiscovery.k8s.io/v2");
        list.putObject("metadata");
        ArrayNode items = list.putArray("items");
        versions().forEach((group, versions) -> {
            if (group.isEmpty() == core) {
                ObjectNode item = items.addObject();
                item.putObject("metadata").put("name", group);
                ArrayNode all = item.putArray("versions");
                versions.forEach(one -> all.add(aggregatedVersion(group, one)));
            }
        });
        return list;
    }

    private ObjectNode aggregatedVersion(String group, String one) {
        ObjectNode found = Json.object().put("version", one).put("freshness", "Current");
        ArrayNode resources = found.putArray("resources");
        for (ResourceType type : of(group, one)) {
            ObjectNode resource = resources.addObject().put("resource", type.plural());
            kind(resource, type);
            resource.put("scope", type.namespaced() ? "Namespaced" : "Cluster")
                    .put("singularResource", type.singular());
            verbs(resource, type);
            ArrayNode subresources = resource.putArray("subresources");
            for (String name : type.subresources()) {
                ObjectNode subresource = subresources.addObject().put("subresource", name);
                kind(subresource, type);
                subresource.putArray("verbs").add("get").add("patch").add("update");
            }
        }
        return found;
    }

    private static void kind(ObjectNode resource, ResourceType type) {
        resource.putObject("responseKind")
                .put("group", type.group())
                .put("version", type.version())
                .put("kind", type.kind());
    }
}

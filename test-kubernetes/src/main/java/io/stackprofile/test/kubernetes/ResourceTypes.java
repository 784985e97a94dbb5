package io.stackprofile.test.kubernetes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the server serves: the built-in resources and those of established CustomResourceDefinitions. */
final class ResourceTypes {

    private final Map<String, ResourceType> builtIn = new LinkedHashMap<>();
    private final Map<String, List<ResourceType>> custom = new TreeMap<>();

    ResourceTypes() {
        for (String line : BuiltInSchemas.lines("resources.txt")) {
            String[] word = line.split(" ", -1);
            ResourceType type = new ResourceType(
                    word[0].equals("core") ? "" : word[0],
                    word[1],
                    word[2],
                    word[3].toLowerCase(java.util.Locale.ROOT),
                    word[3],
                    word[4].equals("Namespaced"),
                    words(word[5]),
                    words(word[6]),
                    BuiltInSchemas.of(word[3]),
                    false);
            builtIn.put(type.apiVersion() + "/" + type.plural(), type);
        }
    }

    private static List<String> words(String list) {
        return list.equals("-") ? List.of() : List.of(list.split(",", -1));
    }

    Collection<ResourceType> all() {
        List<ResourceType> all = new ArrayList<>(builtIn.values());
        custom.values().forEach(all::addAll);
        return all;
    }

    @Nullable
    ResourceType byPlural(String group, String version, String plural) {
        for (ResourceType type : all()) {
            if (type.is(group, plural) && type.version().equals(version)) {
                return type;
            }
        }
        return null;
    }

    @Nullable
    ResourceType byKind(String apiVersion, String kind) {
        for (ResourceType type : all()) {
            if (type.apiVersion().equals(apiVersion) && type.kind().equals(kind)) {
                return type;
            }
        }
        return null;
    }

    ResourceType core(String plural) {
        return java.util.Objects.requireNonNull(byPlural("", "v1", plural), plural);
    }

    void serve(ObjectNode crd) {
        List<ResourceType> versions = new ArrayList<>();
        for (JsonNode version : Json.items(crd, "spec", "versions")) {
            if (version.path("served").asBoolean(false)) {
                versions.add(type(crd, version));
            }
        }
        custom.put(Json.text(crd, "metadata", "name"), versions);
    }

    void stopServing(String crd) {
        custom.remove(crd);
    }

    private static ResourceType type(ObjectNode crd, JsonNode version) {
        JsonNode names = crd.path("spec").path("names");
        List<String> shortNames = new ArrayList<>();
        Json.items(names, "shortNames").forEach(name -> shortNames.add(name.asString()));
        List<String> subresources = new ArrayList<>();
        version.path("subresources").properties().forEach(field -> subresources.add(field.getKey()));
        return new ResourceType(
                Json.text(crd, "spec", "group"),
                Json.text(version, "name"),
                Json.text(names, "plural"),
                Json.text(names, "singular"),
                Json.text(names, "kind"),
                Json.text(crd, "spec", "scope").equals("Namespaced"),
                List.copyOf(shortNames),
                List.copyOf(subresources),
                CrdSchemas.root(Json.at(version, "schema", "openAPIV3Schema")),
                true);
    }
}

package io.stackprofile.test.kubernetes;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is refused of a Pod's spec, among it what is left when two appliers each give half of a choice. */
final class PodValidation {

    private final List<Failure.Cause> causes;
    private final String path;
    private final Set<String> volumes = new HashSet<>();

    private PodValidation(List<Failure.Cause> causes, String path) {
        this.causes = causes;
        this.path = path;
    }

    static void check(@Nullable JsonNode spec, String path, List<Failure.Cause> causes) {
        PodValidation validation = new PodValidation(causes, path);
        JsonNode containers = Json.at(spec, "containers");
        if (containers == null || containers.isEmpty()) {
            causes.add(new Failure.Cause("FieldValueRequired", "Required value", path + ".containers"));
        }
        validation.volumes(spec);
        validation.containers(spec, "initContainers");
        validation.containers(spec, "containers");
    }

    private void volumes(@Nullable JsonNode spec) {
        int index = 0;
        for (JsonNode volume : Json.items(spec, "volumes")) {
            volumes.add(Json.text(volume, "name"));
            if (volume.size() > 2) {
                causes.add(new Failure.Cause(
                        "FieldValueForbidden",
                        "Forbidden: may not specify more than 1 volume type",
                        path + ".volumes[" + index + "]"));
            }
            index++;
        }
    }

    private void containers(@Nullable JsonNode spec, String list) {
        int index = 0;
        for (JsonNode container : Json.items(spec, list)) {
            String at = path + "." + list + "[" + index++ + "]";
            for (String field : List.of("name", "image")) {
                if (Json.text(container, field).isEmpty()) {
                    causes.add(new Failure.Cause("FieldValueRequired", "Required value", at + "." + field));
                }
            }
            variables(container, at);
            mounts(container, at);
        }
    }

    private void variables(JsonNode container, String at) {
        int index = 0;
        for (JsonNode variable : Json.items(container, "env")) {
            if (!Json.text(variable, "value").isEmpty() && variable.has("valueFrom")) {
                causes.add(new Failure.Cause(
                        "FieldValueInvalid",
                        "Invalid value: \"\": may not be specified when `value` is not empty",
                        at + ".env[" + index + "].valueFrom"));
            }
            index++;
        }
    }

    private void mounts(JsonNode container, String at) {
        int index = 0;
        for (JsonNode mount : Json.items(container, "volumeMounts")) {
            String name = Json.text(mount, "name");
            if (!volumes.contains(name)) {
                causes.add(new Failure.Cause(
                        "FieldValueNotFound", "Not found: \"" + name + "\"", at + ".volumeMounts[" + index + "].name"));
            }
            index++;
        }
    }
}

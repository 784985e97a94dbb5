package io.stackprofile.cluster.kubernetes.internal.gitops;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackprofile.cluster.kubernetes.internal.api.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The values of a {@code HelmRelease}: its own over those it refers to. Secrets of others are named, never read. */
final class FluxValues {

    private FluxValues() {}

    static ChartValues of(JsonNode release, String namespace, Lookup own, Reading reading, List<JsonNode> parts) {
        ChartValues values = new ChartValues();
        int index = 0;
        for (JsonNode reference : release.path("spec").path("valuesFrom")) {
            String path = "/spec/valuesFrom/" + index;
            Optional<JsonNode> secret = reference.path("kind").asText().equals("Secret")
                    ? own.find("", "Secret", namespace, reference.path("name").asText())
                    : Optional.empty();
            secret.ifPresent(parts::add);
            if (secret.isEmpty()) {
                reading.noticed(
                        "values-elsewhere",
                        path,
                        "takes values from a " + kind(reference) + ", which is referred to and not captured",
                        "Add them to the add-on's values, secrets as parameters.");
            } else if (!lay(values, reference, secret.get())) {
                reading.noticed(
                        "values-unreadable", path, "takes values from a Secret that does not hold them", "Mend it.");
            }
            index++;
        }
        return values.over(release.path("spec").path("values"));
    }

    private static String kind(JsonNode reference) {
        return reference.path("kind").asText().equals("ConfigMap") ? "ConfigMap" : "Secret";
    }

    private static boolean lay(ChartValues values, JsonNode reference, JsonNode secret) {
        String key = Json.text(reference, "valuesKey").orElse("values.yaml");
        Optional<String> text = Json.text(secret, "data", key).flatMap(FluxValues::decoded);
        Optional<String> target = Json.text(reference, "targetPath");
        return text.isPresent()
                && (target.isPresent() ? values.set(target.get(), text.get(), false) : values.overYaml(text.get()));
    }

    private static Optional<String> decoded(String base64) {
        try {
            return Optional.of(new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}

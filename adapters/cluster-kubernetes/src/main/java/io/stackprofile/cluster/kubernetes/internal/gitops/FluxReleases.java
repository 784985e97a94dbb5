package io.stackprofile.cluster.kubernetes.internal.gitops;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackprofile.cluster.kubernetes.internal.api.Json;
import io.stackprofile.cluster.kubernetes.internal.find.ObjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Flux's {@code HelmRelease}, with the sources it refers to. */
public final class FluxReleases {

    /** Its API group. */
    public static final String GROUP = "helm.toolkit.fluxcd.io";

    /** The group of the sources. */
    public static final String SOURCES = "source.toolkit.fluxcd.io";

    private record Chart(String name, String version, Optional<String> repository, List<JsonNode> parts) {}

    private FluxReleases() {}

    /** Whether an object is one. */
    public static boolean is(JsonNode object) {
        return ObjectId.of(object).is(GROUP, "HelmRelease");
    }

    /**
     * The chart it installs; empty when that comes from no chart repository, such as from Git.
     *
     * @param lookup finds the sources
     * @param own finds Secrets that this library made for the release's values, whose content belongs to them
     */
    public static Optional<ChartInstall> chart(JsonNode release, Lookup lookup, Lookup own) {
        Reading reading = new Reading(release);
        ObjectId id = ObjectId.of(release);
        String namespace = id.namespace().orElse("default");
        Optional<String> target = Json.text(release, "spec", "targetNamespace");
        return chart(release, namespace, lookup, reading).map(chart -> {
            List<JsonNode> parts = new ArrayList<>(List.of(release));
            parts.addAll(chart.parts());
            ChartValues values = FluxValues.of(release, namespace, own, reading, parts);
            return new ChartInstall(
                    id.name(),
                    Json.text(release, "spec", "releaseName")
                            .orElse(target.map(in -> in + "-" + id.name()).orElse(id.name())),
                    target.or(() -> Optional.of(namespace)),
                    chart.name(),
                    chart.version(),
                    chart.repository(),
                    values.json(),
                    parts,
                    Set.of(),
                    reading.findings());
        });
    }

    private static Optional<Chart> chart(JsonNode release, String namespace, Lookup lookup, Reading reading) {
        JsonNode inline = release.path("spec").path("chart").path("spec");
        if (inline.isObject()) {
            return fromRepository(inline, release, namespace, lookup, reading);
        }
        JsonNode reference = release.path("spec").path("chartRef");
        Optional<JsonNode> referred = referred(reference, namespace, lookup);
        if (reference.path("kind").asText().equals("HelmChart")) {
            return referred.flatMap(chart -> fromRepository(
                            chart.path("spec"),
                            release,
                            ObjectId.of(chart).namespace().orElse(namespace),
                            lookup,
                            reading)
                    .map(found -> {
                        List<JsonNode> parts = new ArrayList<>(List.of(chart));
                        parts.addAll(found.parts());
                        return new Chart(found.name(), found.version(), found.repository(), parts);
                    }));
        }
        return referred.flatMap(source -> fromImage(source, release));
    }

    private static Optional<Chart> fromRepository(
            JsonNode spec, JsonNode release, String namespace, Lookup lookup, Reading reading) {
        JsonNode reference = spec.path("sourceRef");
        if (!reference.path("kind").asText().equals("HelmRepository")) {
            return Optional.empty();
        }
        Optional<JsonNode> repository = referred(reference, namespace, lookup);
        if (repository.isEmpty()) {
            reading.noticed(
                    "source-not-read",
                    "/spec/chart/spec/sourceRef",
                    "refers to a HelmRepository that is not there or may not be read",
                    "Give the add-on its repository's URL.");
        }
        return Json.text(spec, "chart")
                .map(name -> new Chart(
                        name,
                        Json.text(spec, "version").or(() -> installed(release)).orElse("*"),
                        repository.flatMap(found -> Json.text(found, "spec", "url")),
                        repository.stream().toList()));
    }

    // An OCIRepository is one chart: its URL ends with the chart's name.
    private static Optional<Chart> fromImage(JsonNode source, JsonNode release) {
        String url = Json.text(source, "spec", "url").orElse("").replaceAll("/+$", "");
        int slash = url.lastIndexOf('/');
        if (!ObjectId.of(source).kind().equals("OCIRepository") || slash <= "oci://".length()) {
            return Optional.empty();
        }
        JsonNode ref = source.path("spec").path("ref");
        String version = Json.text(ref, "tag")
                .or(() -> Json.text(ref, "semver"))
                .or(() -> installed(release))
                .orElse("*");
        return Optional.of(
                new Chart(url.substring(slash + 1), version, Optional.of(url.substring(0, slash)), List.of(source)));
    }

    private static Optional<String> installed(JsonNode release) {
        return Json.text(release.path("status").path("history").path(0), "chartVersion");
    }

    private static Optional<JsonNode> referred(JsonNode reference, String namespace, Lookup lookup) {
        return Json.text(reference, "name")
                .flatMap(name -> lookup.find(
                        SOURCES,
                        reference.path("kind").asText(),
                        Json.text(reference, "namespace").orElse(namespace),
                        name));
    }
}

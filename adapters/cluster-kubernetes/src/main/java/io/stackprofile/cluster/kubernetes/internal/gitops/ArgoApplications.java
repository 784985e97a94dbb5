package io.stackprofile.cluster.kubernetes.internal.gitops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.stackprofile.cluster.kubernetes.internal.api.Json;
import io.stackprofile.cluster.kubernetes.internal.find.ObjectId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Argo CD's {@code Application}: charts that it installs, and objects that it applies from elsewhere. */
public final class ArgoApplications {

    /** Its API group. */
    public static final String GROUP = "argoproj.io";

    private static final String HERE = "https://kubernetes.default.svc";

    private ArgoApplications() {}

    /** Whether an object is one. */
    public static boolean is(JsonNode object) {
        return ObjectId.of(object).is(GROUP, "Application");
    }

    /** Whether what it installs is on the cluster that it stands on itself. */
    public static boolean isHere(JsonNode application) {
        JsonNode destination = application.path("spec").path("destination");
        String server = destination.path("server").asText(HERE);
        return server.startsWith(HERE)
                && destination.path("name").asText("in-cluster").equals("in-cluster");
    }

    /** The charts it installs, in order; a source that is no chart is none. */
    public static List<ChartInstall> charts(JsonNode application) {
        List<JsonNode> sources = sources(application);
        List<JsonNode> charts = sources.stream()
                .filter(source -> !source.path("chart").asText().isEmpty())
                .toList();
        List<ChartInstall> installs = new ArrayList<>();
        for (JsonNode source : charts) {
            installs.add(install(application, source, sources.indexOf(source), charts.size() == 1));
        }
        return installs;
    }

    /** Whether some of what it applies comes from a source that is no chart. */
    public static boolean appliesMore(JsonNode application) {
        return sources(application).stream()
                .anyMatch(source -> source.path("chart").asText().isEmpty()
                        && (!source.path("path").asText().isEmpty()
                                || source.path("ref").asText().isEmpty()));
    }

    /** The objects it manages, as its status tells. */
    public static Set<ObjectId> managed(JsonNode application) {
        Set<ObjectId> managed = new LinkedHashSet<>();
        for (JsonNode resource : application.path("status").path("resources")) {
            managed.add(new ObjectId(
                    resource.path("group").asText(),
                    resource.path("kind").asText(),
                    Optional.of(resource.path("namespace").asText()).filter(text -> !text.isEmpty()),
                    resource.path("name").asText()));
        }
        return managed;
    }

    private static List<JsonNode> sources(JsonNode application) {
        List<JsonNode> sources = new ArrayList<>();
        application.path("spec").path("sources").forEach(sources::add);
        if (sources.isEmpty()) {
            sources.add(application.path("spec").path("source"));
        }
        sources.removeIf(MissingNode.class::isInstance);
        return sources;
    }

    private static ChartInstall install(JsonNode application, JsonNode source, int index, boolean only) {
        Reading reading = new Reading(application);
        String path = application.path("spec").path("sources").isEmpty() ? "/spec/source" : "/spec/sources/" + index;
        JsonNode helm = source.path("helm");
        String name = ObjectId.of(application).name();
        String chart = source.path("chart").asText();
        ChartValues values = values(helm, path + "/helm", reading);
        return new ChartInstall(
                only ? name : name + "-" + chart,
                Json.text(helm, "releaseName").orElse(name),
                Json.text(application, "spec", "destination", "namespace"),
                chart,
                Json.text(source, "targetRevision")
                        .filter(text -> !text.isEmpty())
                        .orElse("*"),
                Json.text(source, "repoURL").map(ArgoApplications::url),
                values.json(),
                List.of(application),
                appliesMore(application) ? Set.of() : managed(application),
                reading.findings());
    }

    // Registries are written without a scheme there.
    private static String url(String repository) {
        return repository.contains("://") ? repository : "oci://" + repository;
    }

    private static ChartValues values(JsonNode helm, String path, Reading reading) {
        ChartValues values = new ChartValues();
        if (helm.path("valuesObject").isObject()) {
            values.over(helm.path("valuesObject"));
        } else if (!values.overYaml(Json.text(helm, "values").orElse(""))) {
            reading.noticed("values-unreadable", path + "/values", "has values that are no YAML mapping", "Mend them.");
        }
        elsewhere(helm, path, reading);
        set(values, helm.path("parameters"), path, reading);
        return values;
    }

    private static void elsewhere(JsonNode helm, String path, Reading reading) {
        for (String files : List.of("valueFiles", "fileParameters")) {
            if (!helm.path(files).isEmpty()) {
                reading.noticed(
                        "values-elsewhere",
                        path + "/" + files,
                        "takes values from files of a repository, which are not on the cluster and not captured",
                        "Add them to the add-on's values.");
            }
        }
    }

    private static void set(ChartValues values, JsonNode parameters, String path, Reading reading) {
        int index = 0;
        for (JsonNode parameter : parameters) {
            if (!values.set(
                    parameter.path("name").asText(),
                    parameter.path("value").asText(),
                    parameter.path("forceString").asBoolean())) {
                reading.noticed(
                        "values-unreadable",
                        path + "/parameters/" + index + "/name",
                        "sets a parameter whose name is no path",
                        "Write it as helm --set takes it.");
            }
            index++;
        }
    }
}

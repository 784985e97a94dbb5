package io.stackprofile.cluster.kubernetes.internal.helm;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackprofile.cluster.kubernetes.internal.api.Json;
import io.stackprofile.cluster.kubernetes.internal.find.ObjectId;
import io.stackprofile.cluster.kubernetes.internal.find.ReleaseName;
import io.stackprofile.error.Finding;
import io.stackprofile.error.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The releases that a namespace's or a cluster's records tell of. A release is deployed by the latest of its revisions whose
 * status is {@code deployed}; one whose upgrade failed stays as it was before, and one that was uninstalled is none.
 *
 * @param deployed by name
 * @param findings records that cannot be read, and releases of which none is deployed
 */
public record Releases(List<Release> deployed, List<Finding> findings) {

    /** Annotation on a record, or on an object that the chart renders: the URL of the chart's repository. */
    public static final String REPOSITORY = "stackprofile.io/repository";

    private static final String DEPLOYED = "deployed";

    private record Revision(JsonNode record, ReleaseName name, int number, String status) {}

    /** Copies the lists. */
    public Releases {
        deployed = List.copyOf(deployed);
        findings = List.copyOf(findings);
    }

    /**
     * Reads records.
     *
     * @param limit how many bytes one may have uncompressed
     */
    public static Releases of(Collection<JsonNode> records, int limit) {
        List<Finding> findings = new ArrayList<>();
        Map<ReleaseName, List<Revision>> byName = new TreeMap<>();
        for (JsonNode record : records) {
            revision(record, limit, findings)
                    .ifPresent(revision -> byName.computeIfAbsent(revision.name(), first -> new ArrayList<>())
                            .add(revision));
        }
        List<Release> deployed = new ArrayList<>();
        byName.forEach((name, revisions) -> deployed(name, revisions, findings)
                .flatMap(revision -> release(revision, limit, findings))
                .ifPresent(deployed::add));
        return new Releases(deployed, findings);
    }

    private static Optional<Revision> deployed(ReleaseName name, List<Revision> revisions, List<Finding> findings) {
        Optional<Revision> latest = revisions.stream()
                .filter(revision -> revision.status().equals(DEPLOYED))
                .max(Comparator.comparingInt(Revision::number));
        boolean gone = revisions.stream()
                .max(Comparator.comparingInt(Revision::number))
                .filter(revision -> revision.status().startsWith("uninstall"))
                .isPresent();
        if (latest.isEmpty() && !gone) {
            findings.add(Finding.builder()
                    .severity(Severity.WARNING)
                    .code("helm-release-not-deployed")
                    .message("Helm release " + name + " has no revision that is deployed, so it is no add-on")
                    .hint("Repair the release with Helm, or uninstall it.")
                    .build());
        }
        return latest;
    }

    private static Optional<Revision> revision(JsonNode record, int limit, List<Finding> findings) {
        Optional<String> name = Json.text(record, "metadata", "labels", "name");
        Optional<String> status = Json.text(record, "metadata", "labels", "status");
        Optional<Integer> number =
                Json.text(record, "metadata", "labels", "version").flatMap(Releases::number);
        String namespace = Json.text(record, "metadata", "namespace").orElse("default");
        if (name.isPresent() && status.isPresent() && number.isPresent()) {
            return Optional.of(
                    new Revision(record, new ReleaseName(namespace, name.get()), number.get(), status.get()));
        }
        // Copied by someone without its labels: the record itself tells the same.
        try {
            JsonNode content = ReleasePayload.of(record, limit);
            return Optional.of(new Revision(
                    record,
                    new ReleaseName(namespace, required(content, "name")),
                    content.path("version").asInt(),
                    Json.text(content, "info", "status").orElse("")));
        } catch (RecordException damaged) {
            findings.add(unreadable(record, damaged));
            return Optional.empty();
        }
    }

    private static Optional<Integer> number(String text) {
        try {
            return Optional.of(Integer.parseInt(text));
        } catch (NumberFormatException other) {
            return Optional.empty();
        }
    }

    private static Optional<Release> release(Revision revision, int limit, List<Finding> findings) {
        try {
            JsonNode content = ReleasePayload.of(revision.record(), limit);
            JsonNode values = content.path("config");
            return Optional.of(new Release(
                    revision.name(),
                    revision.number(),
                    required(content, "chart", "metadata", "name"),
                    required(content, "chart", "metadata", "version"),
                    values.isObject() && !values.isEmpty() ? Optional.of(Json.write(values)) : Optional.empty(),
                    Json.text(revision.record(), "metadata", "annotations", REPOSITORY),
                    Json.text(revision.record(), "metadata", "uid").orElse("")
                            + "@"
                            + Json.text(revision.record(), "metadata", "resourceVersion")
                                    .orElse("")));
        } catch (RecordException damaged) {
            findings.add(unreadable(revision.record(), damaged));
            return Optional.empty();
        }
    }

    private static String required(JsonNode content, String... path) throws RecordException {
        return Json.text(content, path)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new RecordException("has no " + String.join(".", path)));
    }

    private static Finding unreadable(JsonNode record, RecordException damaged) {
        return Finding.builder()
                .severity(Severity.WARNING)
                .code("helm-record-unreadable")
                .message("Helm release record " + ObjectId.of(record).describe() + " cannot be read: it "
                        + damaged.getMessage())
                .hint("Look at it with 'helm history', or upgrade the release once to have a new one.")
                .build();
    }
}

package io.stackprofile.cluster.kubernetes.internal.find;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackprofile.cluster.kubernetes.internal.api.Json;
import java.util.List;
import java.util.Optional;

/** What Helm and this library keep on a cluster for themselves, and what charts render. */
final class ChartRules {

    private static final String RELEASE = "meta.helm.sh/release-name";
    private static final String RELEASE_NAMESPACE = "meta.helm.sh/release-namespace";
    private static final String MANAGED_BY = "app.kubernetes.io/managed-by";

    static final List<Rule> RULES = List.of(
            Rule.of(
                    "helm-release-record",
                    "Helm keeps its release in it; the release is captured as an add-on.",
                    (id, object, all) -> record(id, object)),
            Rule.of(
                    "stack-draft",
                    "This library keeps a stack draft in it.",
                    (id, object, all) -> id.is("", "ConfigMap")
                            && Json.text(object, "metadata", "labels", "stackprofile.io/draft")
                                    .isPresent()),
            Rule.of(
                    "owned-by-helm",
                    "A Helm release renders it; the release is captured as an add-on.",
                    (id, object, all) -> release(object).isPresent()),
            Rule.of(
                    "helm-hook",
                    "A Helm release made it as a hook.",
                    (id, object, all) -> Json.text(object, "metadata", "annotations", "helm.sh/hook")
                                    .isPresent()
                            && Authors.wrote(object, "helm")));

    private ChartRules() {}

    static boolean record(ObjectId id, JsonNode object) {
        return (id.is("", "Secret") && Json.text(object, "type").orElse("").startsWith("helm.sh/release."))
                || (id.is("", "ConfigMap") && label(object, "owner").equals(Optional.of("helm")));
    }

    /** The release that renders an object. */
    static Optional<ReleaseName> release(JsonNode object) {
        if (!label(object, MANAGED_BY).equals(Optional.of("Helm"))) {
            return Optional.empty();
        }
        return Json.text(object, "metadata", "annotations", RELEASE)
                .map(name -> new ReleaseName(
                        Json.text(object, "metadata", "annotations", RELEASE_NAMESPACE)
                                .or(() -> Json.text(object, "metadata", "namespace"))
                                .orElse("default"),
                        name));
    }

    private static Optional<String> label(JsonNode object, String name) {
        return Json.text(object, "metadata", "labels", name);
    }
}

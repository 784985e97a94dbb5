package io.stackprofile.it.kube;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** CustomResourceDefinitions as small as they can be; those that a server has already are left as they are. */
final class Definitions {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PATH = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";

    private final KubeTarget target;

    Definitions(KubeTarget target) {
        this.target = target;
    }

    /** What Flux reads to install charts. */
    void flux() {
        define("helm.toolkit.fluxcd.io", "v2", "HelmRelease", "helmreleases");
        define("source.toolkit.fluxcd.io", "v1", "HelmRepository", "helmrepositories");
        define("source.toolkit.fluxcd.io", "v1", "OCIRepository", "ocirepositories");
    }

    /** What Argo CD reads to install charts. */
    void argo() {
        define("argoproj.io", "v1alpha1", "Application", "applications");
    }

    private void define(String group, String version, String kind, String plural) {
        String path = PATH + "/" + plural + "." + group;
        if (target.get(path).isPresent()) {
            return;
        }
        target.leftover(path);
        target.post(PATH, "kubectl-create", yaml(group, version, kind, plural));
        Instant end = Instant.now().plus(PATIENCE);
        while (!established(path)) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError(path + " is not established");
            }
        }
    }

    private boolean established(String path) {
        for (JsonNode condition : target.get(path).orElseThrow().path("status").path("conditions")) {
            if (condition.path("type").asText().equals("Established")
                    && condition.path("status").asText().equals("True")) {
                return true;
            }
        }
        return false;
    }

    /** A definition that takes any field. */
    static String yaml(String group, String version, String kind, String plural) {
        return """
                {"apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition",
                 "metadata": {"name": "%s.%s"},
                 "spec": {"group": "%s", "scope": "Namespaced",
                  "names": {"kind": "%s", "plural": "%s", "singular": "%s"},
                  "versions": [{"name": "%s", "served": true, "storage": true,
                    "schema": {"openAPIV3Schema": {"type": "object", "x-kubernetes-preserve-unknown-fields": true}}}]}}
                """.formatted(plural, group, group, kind, plural, kind.toLowerCase(Locale.ROOT), version);
    }
}

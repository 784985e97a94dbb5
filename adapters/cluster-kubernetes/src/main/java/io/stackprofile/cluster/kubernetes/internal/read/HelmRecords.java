package io.stackprofile.cluster.kubernetes.internal.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackprofile.cluster.kubernetes.internal.api.Json;
import io.stackprofile.cluster.kubernetes.internal.api.ResourceType;
import io.stackprofile.cluster.kubernetes.internal.find.ReleaseName;
import io.stackprofile.error.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Fetches the records of Helm releases: Secrets, as Helm keeps them by default, then ConfigMaps. */
final class HelmRecords {

    private static final ResourceType SECRETS =
            new ResourceType("", "v1", "Secret", "secrets", true, Set.of("get", "list"), true);
    private static final ResourceType CONFIG_MAPS =
            new ResourceType("", "v1", "ConfigMap", "configmaps", true, Set.of("get", "list"), true);

    private final ObjectLists lists;
    private final Gathered gathered;

    HelmRecords(ObjectLists lists, Gathered gathered) {
        this.lists = lists;
        this.gathered = gathered;
    }

    /** Fetches the deployed revisions of releases that are known by what they rendered, unless they are there. */
    void fetch(Collection<ReleaseName> releases, Collection<JsonNode> records) {
        Set<ReleaseName> there = names(records);
        Map<String, List<String>> byNamespace = new TreeMap<>();
        releases.stream()
                .filter(name -> !there.contains(name))
                .forEach(name -> byNamespace
                        .computeIfAbsent(name.namespace(), first -> new ArrayList<>())
                        .add(name.name()));
        byNamespace.forEach(this::fetch);
    }

    /** Fetches the deployed revisions of releases in a namespace; of all when none is named. */
    void fetch(String namespace, List<String> names) {
        List<String> wanted = names.stream().filter(StackNames::isName).sorted().toList();
        if (!names.isEmpty() && wanted.isEmpty()) {
            return;
        }
        Set<String> found = new HashSet<>();
        for (ResourceType type : List.of(SECRETS, CONFIG_MAPS)) {
            List<String> left =
                    wanted.stream().filter(name -> !found.contains(name)).toList();
            if (names.isEmpty() || !left.isEmpty()) {
                lists.list(type, Optional.of(namespace), selector(left), record -> {
                    gathered.record(record);
                    Json.text(record, "metadata", "labels", "name").ifPresent(found::add);
                });
            }
        }
        wanted.stream().filter(name -> !found.contains(name)).forEach(name -> missing(namespace, name));
    }

    private static String selector(List<String> names) {
        return "owner=helm,status=deployed" + (names.isEmpty() ? "" : ",name in (" + String.join(",", names) + ")");
    }

    private void missing(String namespace, String name) {
        gathered.noticed(
                Severity.WARNING,
                "helm-release-not-found",
                "Helm release " + namespace + "/" + name + " is deployed nowhere that can be read, so that it is no"
                        + " add-on, and what it rendered is no part of the stack",
                "Grant the verb list on secrets in the namespace, or name the release's objects themselves.");
    }

    private static Set<ReleaseName> names(Collection<JsonNode> records) {
        Set<ReleaseName> names = new HashSet<>();
        for (JsonNode record : records) {
            Json.text(record, "metadata", "labels", "name")
                    .ifPresent(name -> names.add(new ReleaseName(
                            Json.text(record, "metadata", "namespace").orElse("default"), name)));
        }
        return names;
    }
}

package io.stackprofile.core.internal.graph;

import io.stackprofile.yaml.YamlEntry;
import io.stackprofile.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the workload whose pods a service selects, by its pods' labels. */
final class ServedWorkloads {

    private record Label(String namespace, String key, String value) {}

    private final StackObjects objects;
    private final Map<Label, List<StackObject>> byLabel = new HashMap<>();

    ServedWorkloads(StackObjects objects) {
        this.objects = objects;
        for (StackObject object : objects.all()) {
            podLabels(object)
                    .ifPresent(labels -> labels.entries()
                            .forEach(entry -> byLabel.computeIfAbsent(
                                            label(object.key().namespace(), entry), each -> new ArrayList<>())
                                    .add(object)));
        }
    }

    /** The first workload behind the service called {@code service}. */
    Optional<ObjectKey> behind(ObjectKey service) {
        return objects.find(service)
                .flatMap(object -> Fields.mapping(object.mapping(), "spec"))
                .flatMap(spec -> Fields.mapping(spec, "selector"))
                .flatMap(selector -> selected(service.namespace(), selector));
    }

    private Optional<ObjectKey> selected(String namespace, YamlMapping selector) {
        if (selector.entries().isEmpty()) {
            return Optional.empty();
        }
        List<StackObject> fewest = null;
        for (YamlEntry entry : selector.entries()) {
            List<StackObject> some = byLabel.getOrDefault(label(namespace, entry), List.of());
            fewest = fewest == null || some.size() < fewest.size() ? some : fewest;
        }
        return (fewest == null ? List.<StackObject>of() : fewest)
                .stream()
                        .filter(object -> podLabels(object)
                                .filter(labels -> selector.entries().stream()
                                        .allMatch(entry -> Fields.text(labels, entry.name())
                                                .equals(Fields.text(entry.value()))))
                                .isPresent())
                        .findFirst()
                        .map(StackObject::key);
    }

    private static Label label(String namespace, YamlEntry entry) {
        return new Label(namespace, entry.name(), Fields.text(entry.value()));
    }

    /** The labels of a workload's pods, which stand beside the pod's specification. */
    private static Optional<YamlMapping> podLabels(StackObject object) {
        List<List<String>> path = ReferenceTable.podPath(object.key());
        if (path.isEmpty()) {
            return Optional.empty();
        }
        Optional<YamlMapping> pod = Optional.of(object.mapping());
        for (List<String> step : path.subList(0, path.size() - 1)) {
            pod = pod.flatMap(mapping -> Fields.mapping(mapping, step.get(0)));
        }
        return pod.flatMap(mapping -> Fields.mapping(mapping, "metadata"))
                .flatMap(metadata -> Fields.mapping(metadata, "labels"));
    }
}

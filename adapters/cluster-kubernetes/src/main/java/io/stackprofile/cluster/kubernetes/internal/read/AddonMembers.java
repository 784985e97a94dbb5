package io.stackprofile.cluster.kubernetes.internal.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackprofile.cluster.kubernetes.internal.find.ObjectId;
import io.stackprofile.cluster.kubernetes.internal.find.ReleaseName;
import io.stackprofile.cluster.kubernetes.internal.gitops.ArgoApplications;
import io.stackprofile.cluster.kubernetes.internal.gitops.ChartInstall;
import io.stackprofile.cluster.kubernetes.internal.gitops.FluxReleases;
import io.stackprofile.cluster.kubernetes.internal.gitops.Lookup;
import io.stackprofile.cluster.kubernetes.internal.helm.Release;
import io.stackprofile.cluster.kubernetes.internal.helm.Releases;
import io.stackprofile.cluster.kubernetes.internal.mark.Marks;
import io.stackprofile.error.Finding;
import io.stackprofile.error.Location;
import io.stackprofile.error.Severity;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.MemberKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Makes add-ons of what operators are told to install and of what Helm recorded. */
final class AddonMembers {

    private final Map<String, Addon> addons = new LinkedHashMap<>();
    private final Map<String, List<JsonNode>> parts = new LinkedHashMap<>();
    private final Set<ObjectId> rendered = new HashSet<>();
    private final Set<String> applications = new HashSet<>();
    private final Set<ReleaseName> told = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Function<String, Optional<String>> repositories;

    AddonMembers(Function<String, Optional<String>> repositories) {
        this.repositories = repositories;
    }

    /** Adds what Argo CD and Flux are told among these objects. */
    void operated(Collection<JsonNode> objects, Lookup lookup) {
        Lookup own = (group, kind, namespace, name) -> objects.stream()
                .filter(object -> ObjectId.of(object).equals(new ObjectId(group, kind, Optional.of(namespace), name)))
                .filter(object -> marked(object).isPresent())
                .findFirst();
        for (JsonNode object : objects) {
            if (FluxReleases.is(object)) {
                FluxReleases.chart(object, lookup, own).ifPresent(install -> add(object, install));
            } else if (ArgoApplications.is(object) && installsCharts(object)) {
                applications.add(ObjectId.of(object).name());
                ArgoApplications.charts(object).forEach(install -> add(object, install));
            }
        }
    }

    private static boolean installsCharts(JsonNode application) {
        return marked(application).isPresent()
                || (ArgoApplications.isHere(application) && !ArgoApplications.appliesMore(application));
    }

    /** The add-on that this library put an object there for. */
    static Optional<String> marked(JsonNode object) {
        return Marks.member(object)
                .filter(ref -> ref.kind() == MemberKind.ADDON)
                .map(ref -> ref.name());
    }

    private void add(JsonNode object, ChartInstall install) {
        String name = free(marked(object).orElse(install.name()), install.namespace());
        Optional<String> repository = install.repository().or(() -> repositories.apply(install.chartName()));
        Addon addon = Addon.builder()
                .name(name)
                .chartName(install.chartName())
                .chartVersion(install.chartVersion())
                .repositoryUrl(repository)
                .namespace(install.namespace())
                .values(install.values())
                .build();
        addons.put(name, addon);
        parts.computeIfAbsent(name, first -> new ArrayList<>()).addAll(install.parts());
        rendered.addAll(install.rendered());
        install.namespace().ifPresent(in -> told.add(new ReleaseName(in, install.release())));
        install.findings().forEach(finding -> findings.add(at(addon, finding)));
    }

    private static Finding at(Addon addon, Finding finding) {
        Location location = Location.builder()
                .member(addon.ref())
                .path(finding.location().path())
                .build();
        return Finding.builder()
                .severity(finding.severity())
                .code(finding.code())
                .location(location)
                .message(finding.message())
                .hint(finding.hint())
                .build();
    }

    /** Adds the releases that no operator is told of. */
    void released(List<Release> releases, Map<ReleaseName, List<JsonNode>> rendered) {
        for (Release release : releases) {
            if (told.add(release.name())) {
                String name =
                        free(release.name().name(), Optional.of(release.name().namespace()));
                Optional<String> repository = release.repository()
                        .or(() -> annotated(rendered.getOrDefault(release.name(), List.of())))
                        .or(() -> repositories.apply(release.chartName()));
                Addon addon = Addon.builder()
                        .name(name)
                        .chartName(release.chartName())
                        .chartVersion(release.chartVersion())
                        .repositoryUrl(repository)
                        .namespace(release.name().namespace())
                        .values(release.values())
                        .build();
                addons.put(name, addon);
                if (repository.isEmpty()) {
                    unknownRepository(addon);
                }
            }
        }
    }

    private static Optional<String> annotated(List<JsonNode> objects) {
        return objects.stream()
                .flatMap(object -> Marks.annotation(object, Releases.REPOSITORY).stream())
                .findFirst();
    }

    private void unknownRepository(Addon addon) {
        findings.add(Finding.builder()
                .severity(Severity.WARNING)
                .code("repository-unknown")
                .location(Location.member(addon.ref()))
                .message("Helm does not record where the chart of release " + addon.name() + " comes from")
                .hint("Give the repository's URL with repositories(...), or annotate the release's Secret with "
                        + Releases.REPOSITORY + ".")
                .build());
    }

    // Releases of one name can be in several namespaces.
    private String free(String name, Optional<String> namespace) {
        String wanted = name;
        for (int i = 1; addons.containsKey(wanted); i++) {
            wanted = name + namespace.map(in -> "-" + in).orElse("") + (i == 1 ? "" : "-" + i);
        }
        return wanted;
    }

    /** Whether Argo CD renders an object from one of these charts. */
    boolean renders(JsonNode object) {
        String tracking =
                Marks.annotation(object, "argocd.argoproj.io/tracking-id").orElse("");
        int end = tracking.indexOf(':');
        String application = end < 0 ? "" : tracking.substring(tracking.lastIndexOf('_', end) + 1, end);
        return rendered.contains(ObjectId.of(object)) || applications.contains(application);
    }

    /** The add-ons, by name. */
    Map<String, Addon> addons() {
        return addons;
    }

    /** The objects that tell of an add-on. */
    Map<String, List<JsonNode>> parts() {
        return parts;
    }

    List<Finding> findings() {
        return findings;
    }
}

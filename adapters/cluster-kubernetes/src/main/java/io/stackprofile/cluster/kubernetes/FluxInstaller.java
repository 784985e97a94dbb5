package io.stackprofile.cluster.kubernetes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stackprofile.cluster.kubernetes.internal.addon.Charts;
import io.stackprofile.cluster.kubernetes.internal.addon.Values;
import io.stackprofile.cluster.kubernetes.internal.api.Json;
import io.stackprofile.spi.cluster.AddonInstaller;
import io.stackprofile.spi.cluster.AddonObject;
import io.stackprofile.spi.cluster.AddonOrder;
import io.stackprofile.spi.cluster.AddonPlan;
import io.stackprofile.spi.cluster.SecretPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Installs add-ons through <a href="https://fluxcd.io/flux/components/helm/">Flux</a>: a {@code HelmRelease} with the
 * {@code HelmRepository} or, for {@code oci://}, the {@code OCIRepository} that it comes from. Values with secrets go into a
 * Secret that the release names in {@code valuesFrom}, as a document of their own and never as {@code targetPath}, which
 * would read a secret like an argument of {@code helm --set} and change one with commas, quotes or braces. Thread-safe.
 *
 * <pre>{@code
 * AddonInstaller installer = FluxInstaller.besideReleases();
 * }</pre>
 */
public final class FluxInstaller implements AddonInstaller {

    /** The key of the Secret under which the values are. */
    private static final String VALUES_KEY = "values.yaml";

    private static final String INTERVAL = "10m";

    private final Optional<String> home;

    private FluxInstaller(Optional<String> home) {
        this.home = home;
    }

    /** Flux's objects stand in the namespace of their release, which must be there. */
    public static FluxInstaller besideReleases() {
        return new FluxInstaller(Optional.empty());
    }

    /** Flux's objects stand in one namespace, such as {@code flux-system}; a release's namespace is made if it is not there. */
    public static FluxInstaller in(String namespace) {
        return new FluxInstaller(Optional.of(namespace));
    }

    @Override
    public AddonPlan plan(AddonOrder order) {
        String repository = Charts.repository(order);
        Values values = Values.divided(order);
        List<AddonObject> objects = new ArrayList<>();
        values.secret().ifPresent(secret -> objects.add(secret(order, secret)));
        objects.add(new AddonObject(
                Json.write(
                        Charts.isOci(repository)
                                ? ociRepository(order, repository)
                                : helmRepository(order, repository)),
                List.of()));
        objects.add(new AddonObject(Json.write(release(order, repository, values)), List.of()));
        return AddonPlan.of(objects);
    }

    private AddonObject secret(AddonOrder order, ObjectNode values) {
        ObjectNode secret = object("v1", "Secret", order, secretName(order)).put("type", "Opaque");
        secret.putObject("stringData").put(VALUES_KEY, Json.write(values));
        // The values are JSON within a text, so that a secret is written as JSON writes texts.
        List<SecretPlace> places =
                order.secrets().stream().map(place -> place.within("jsontext")).toList();
        return new AddonObject(Json.write(secret), places);
    }

    private ObjectNode helmRepository(AddonOrder order, String repository) {
        ObjectNode source = object("source.toolkit.fluxcd.io/v1", "HelmRepository", order, name(order));
        source.putObject("spec").put("interval", INTERVAL).put("url", repository);
        return source;
    }

    private ObjectNode ociRepository(AddonOrder order, String repository) {
        ObjectNode source = object("source.toolkit.fluxcd.io/v1", "OCIRepository", order, name(order));
        ObjectNode spec = source.putObject("spec")
                .put("interval", INTERVAL)
                .put(
                        "url",
                        repository.replaceAll("/+$", "") + "/" + order.addon().chartName());
        String version = order.addon().chartVersion();
        spec.putObject("ref")
                .put(version.matches("v?[0-9][0-9A-Za-z.+-]*") ? "tag" : "semver", version.replace('+', '_'));
        spec.putObject("layerSelector")
                .put("mediaType", "application/vnd.cncf.helm.chart.content.v1.tar+gzip")
                .put("operation", "copy");
        return source;
    }

    private ObjectNode release(AddonOrder order, String repository, Values values) {
        ObjectNode release = object("helm.toolkit.fluxcd.io/v2", "HelmRelease", order, name(order));
        ObjectNode spec = release.putObject("spec").put("interval", INTERVAL).put("releaseName", Charts.release(order));
        if (home.isPresent()) {
            spec.put("targetNamespace", order.namespace()).put("storageNamespace", order.namespace());
            spec.putObject("install").put("createNamespace", true);
        }
        chart(spec, order, repository);
        values.open()
                .filter(open -> !open.isEmpty() || values.secret().isEmpty())
                .ifPresent(open -> spec.set("values", open));
        if (values.secret().isPresent()) {
            spec.putArray("valuesFrom")
                    .addObject()
                    .put("kind", "Secret")
                    .put("name", secretName(order))
                    .put("valuesKey", VALUES_KEY);
        }
        return release;
    }

    private void chart(ObjectNode spec, AddonOrder order, String repository) {
        if (Charts.isOci(repository)) {
            spec.putObject("chartRef").put("kind", "OCIRepository").put("name", name(order));
            return;
        }
        ObjectNode chart = spec.putObject("chart")
                .putObject("spec")
                .put("chart", order.addon().chartName())
                .put("version", order.addon().chartVersion());
        chart.putObject("sourceRef").put("kind", "HelmRepository").put("name", name(order));
    }

    private ObjectNode object(String apiVersion, String kind, AddonOrder order, String name) {
        ObjectNode object = Json.object().put("apiVersion", apiVersion).put("kind", kind);
        object.putObject("metadata").put("name", name).put("namespace", home.orElse(order.namespace()));
        return object;
    }

    // In one namespace for all, stacks may have add-ons of the same name.
    private String name(AddonOrder order) {
        return home.isPresent() ? order.stack() + "-" + Charts.release(order) : Charts.release(order);
    }

    private String secretName(AddonOrder order) {
        return name(order) + "-values";
    }

    @Override
    public String toString() {
        return "FluxInstaller[" + home.orElse("beside releases") + "]";
    }
}

package io.stackprofile.cluster.kubernetes;

import io.stackprofile.cluster.kubernetes.internal.find.ObjectId;
import io.stackprofile.cluster.kubernetes.internal.read.StackNames;
import io.stackprofile.cluster.kubernetes.internal.source.SourcePart;
import io.stackprofile.cluster.kubernetes.internal.source.SourcePart.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the objects of a stack are on a cluster. Several can be put together. Immutable.
 *
 * <pre>{@code
 * StackSource shop = StackSource.partOf("shop").in("shop", "shop-jobs")
 *     .and(StackSource.helmReleases("data", "valkey"))
 *     .and(StackSource.object("rbac.authorization.k8s.io/v1", "ClusterRole", "shop-reader"));
 * }</pre>
 *
 * <p>Objects that this library put there for the stack belong to it besides, wherever this looks.
 */
public final class StackSource {

    private final List<SourcePart> parts;

    private StackSource(List<SourcePart> parts) {
        this.parts = List.copyOf(parts);
    }

    /** What carries the label {@code app.kubernetes.io/part-of}, in all namespaces and of the cluster as a whole. */
    public static StackSource partOf(String name) {
        return labels(StackNames.PART_OF + "=" + name);
    }

    /**
     * What a label selector takes, in all namespaces and of the cluster as a whole.
     *
     * @param selector as {@code kubectl --selector} takes it
     * @throws IllegalArgumentException when it is blank, which would take everything
     */
    public static StackSource labels(String selector) {
        return new StackSource(List.of(new SourcePart.Listing(List.of(), required("selector", selector))));
    }

    /** What is in namespaces, with the Helm releases recorded there; the Namespace objects themselves are not. */
    public static StackSource namespaces(String first, String... more) {
        return new StackSource(List.of(new SourcePart.Listing(names(first, more), "")));
    }

    /** An object of a namespace. */
    public static StackSource object(String apiVersion, String kind, String namespace, String name) {
        return object(apiVersion, kind, Optional.of(required("namespace", namespace)), name);
    }

    /** An object of the cluster as a whole. */
    public static StackSource object(String apiVersion, String kind, String name) {
        return object(apiVersion, kind, Optional.empty(), name);
    }

    private static StackSource object(String apiVersion, String kind, Optional<String> namespace, String name) {
        return new StackSource(List.of(new SourcePart.Objects(List.of(new ObjectId(
                ObjectId.group(required("apiVersion", apiVersion)),
                required("kind", kind),
                namespace,
                required("name", name))))));
    }

    /** Helm releases as Helm recorded them in a namespace; all of them when none is named. */
    public static StackSource helmReleases(String namespace, String... names) {
        return operated(Operator.HELM_RELEASE, namespace, names);
    }

    /**
     * Argo CD's {@code Application}s in a namespace; all of them when none is named. One that installs a chart is an add-on;
     * of one that applies manifests from elsewhere, the objects that its status tells of.
     */
    public static StackSource argoApplications(String namespace, String... names) {
        return operated(Operator.ARGO_APPLICATION, namespace, names);
    }

    /** Flux's {@code HelmRelease}s in a namespace; all of them when none is named. */
    public static StackSource fluxReleases(String namespace, String... names) {
        return operated(Operator.FLUX_RELEASE, namespace, names);
    }

    /** The objects that Flux's {@code Kustomization}s in a namespace applied; of all of them when none is named. */
    public static StackSource fluxKustomizations(String namespace, String... names) {
        return operated(Operator.FLUX_KUSTOMIZATION, namespace, names);
    }

    private static StackSource operated(Operator operator, String namespace, String... names) {
        for (String name : names) {
            required("names", name);
        }
        return new StackSource(
                List.of(new SourcePart.Operated(operator, required("namespace", namespace), List.of(names))));
    }

    /** The same labels in some namespaces only; objects of the cluster as a whole are then not looked for. */
    public StackSource in(String namespace, String... more) {
        List<String> namespaces = names(namespace, more);
        return new StackSource(parts.stream()
                .map(part -> part instanceof SourcePart.Listing listing
                        ? new SourcePart.Listing(namespaces, listing.selector())
                        : part)
                .toList());
    }

    /** What either takes. */
    public StackSource and(StackSource other) {
        List<SourcePart> all = new ArrayList<>(parts);
        all.addAll(other.parts);
        return new StackSource(all);
    }

    List<SourcePart> parts() {
        return parts;
    }

    private static List<String> names(String first, String... more) {
        List<String> names = new ArrayList<>();
        names.add(required("namespace", first));
        for (String name : more) {
            names.add(required("namespace", name));
        }
        return names;
    }

    private static String required(String field, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(field + ": blank");
        }
        return value;
    }

    @Override
    public String toString() {
        return "StackSource" + parts;
    }
}

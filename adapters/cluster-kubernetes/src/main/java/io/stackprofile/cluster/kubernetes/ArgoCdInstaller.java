package io.stackprofile.cluster.kubernetes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stackprofile.cluster.kubernetes.internal.addon.Charts;
import io.stackprofile.cluster.kubernetes.internal.addon.Values;
import io.stackprofile.cluster.kubernetes.internal.api.Json;
import io.stackprofile.spi.cluster.AddonInstaller;
import io.stackprofile.spi.cluster.AddonObject;
import io.stackprofile.spi.cluster.AddonOrder;
import io.stackprofile.spi.cluster.AddonPlan;
import java.util.List;
import java.util.Optional;

/**
 * Installs add-ons through <a href="https://argo-cd.readthedocs.io/">Argo CD</a>: an {@code Application} whose source is the
 * chart, values as an object in it. An Application keeps its values in the open, so that an add-on with secrets is refused
 * unless {@link #allowInlineSecrets} was called. Applications carry no finalizer: removing one leaves what it installed.
 * Immutable, thread-safe.
 *
 * <pre>{@code
 * AddonInstaller installer = ArgoCdInstaller.in("argocd").project("platform");
 * }</pre>
 */
public final class ArgoCdInstaller implements AddonInstaller {

    private static final String THIS_CLUSTER = "https://kubernetes.default.svc";
    private static final String STAYS =
            "Argo CD installs it; removing its Application leaves what it installed, since it has no finalizer.";

    private final String namespace;
    private final String project;
    private final String server;
    private final boolean inlineSecrets;

    private ArgoCdInstaller(String namespace, String project, String server, boolean inlineSecrets) {
        this.namespace = namespace;
        this.project = project;
        this.server = server;
        this.inlineSecrets = inlineSecrets;
    }

    /** Applications stand where Argo CD looks for them, most often {@code argocd}; project {@code default}, this cluster. */
    public static ArgoCdInstaller in(String namespace) {
        return new ArgoCdInstaller(namespace, "default", THIS_CLUSTER, false);
    }

    /** The same with Applications of another project. */
    public ArgoCdInstaller project(String other) {
        return new ArgoCdInstaller(namespace, other, server, inlineSecrets);
    }

    /** The same with another cluster as destination, by the address that Argo CD knows. */
    public ArgoCdInstaller server(String other) {
        return new ArgoCdInstaller(namespace, project, other, inlineSecrets);
    }

    /** The same for add-ons with secrets too: they stand in the Application, where everybody reads them who may read it. */
    public ArgoCdInstaller allowInlineSecrets() {
        return new ArgoCdInstaller(namespace, project, server, true);
    }

    @Override
    public AddonPlan plan(AddonOrder order) {
        if (!order.secrets().isEmpty() && !inlineSecrets) {
            throw Charts.refused(
                    order,
                    "the add-on's values hold secrets, and an Argo CD Application keeps values in the open",
                    "Let the chart read an existing Secret, install it through Flux, or allow inline secrets.");
        }
        String json = Json.write(application(order, Charts.repository(order)));
        return new AddonPlan(List.of(new AddonObject(json, order.secrets())), Optional.empty(), Optional.of(STAYS));
    }

    private ObjectNode application(AddonOrder order, String repository) {
        ObjectNode application =
                Json.object().put("apiVersion", "argoproj.io/v1alpha1").put("kind", "Application");
        application
                .putObject("metadata")
                .put("name", order.stack() + "-" + Charts.release(order))
                .put("namespace", namespace);
        ObjectNode spec = application.putObject("spec").put("project", project);
        ObjectNode source = spec.putObject("source")
                // Argo CD wants an OCI registry without its scheme.
                .put("repoURL", Charts.isOci(repository) ? repository.substring("oci://".length()) : repository)
                .put("chart", order.addon().chartName())
                .put("targetRevision", order.addon().chartVersion());
        ObjectNode helm = source.putObject("helm").put("releaseName", Charts.release(order));
        Values.whole(order).ifPresent(values -> helm.set("valuesObject", values));
        spec.putObject("destination").put("server", server).put("namespace", order.namespace());
        ObjectNode sync = spec.putObject("syncPolicy");
        sync.putObject("automated");
        sync.putArray("syncOptions").add("CreateNamespace=true");
        return application;
    }

    @Override
    public String toString() {
        return "ArgoCdInstaller[" + namespace + ", " + project + "]";
    }
}

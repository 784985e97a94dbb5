package io.stackprofile.samples.cli;

import io.stackprofile.cluster.kubernetes.ArgoCdInstaller;
import io.stackprofile.cluster.kubernetes.FluxInstaller;
import io.stackprofile.cluster.kubernetes.KubernetesClusters;
import io.stackprofile.cluster.kubernetes.StackSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** How clusters named {@code kube:CONTEXT} are reached. */
final class KubernetesOptions {

    /** What brings add-ons onto a cluster. */
    enum Addons {
        FLUX,
        ARGOCD
    }

    @Option(
            names = "--kubeconfig",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Where the contexts of kube:CONTEXT are (KUBECONFIG, else ~/.kube/config).")
    private Optional<String> kubeconfig = Optional.empty();

    @Option(
            names = "--stack-namespaces",
            paramLabel = "STACK=NAMESPACE[,NAMESPACE]",
            scope = ScopeType.INHERIT,
            description = "Take all of these namespaces as the stack, instead of what is labelled"
                    + " app.kubernetes.io/part-of=STACK. Of kube:CONTEXT only. May be repeated.")
    private List<String> stacks = new ArrayList<>();

    @Option(
            names = "--draft-namespace",
            paramLabel = "NAMESPACE",
            scope = ScopeType.INHERIT,
            description = "Where kube:CONTEXT keeps stack drafts (stackprofile-drafts).")
    private Optional<String> draftNamespace = Optional.empty();

    @Option(
            names = "--addons",
            paramLabel = "OPERATOR",
            scope = ScopeType.INHERIT,
            description = "What installs add-ons on kube:CONTEXT: flux or argocd, the latter in its namespace argocd.")
    private Optional<Addons> addons = Optional.empty();

    /** Reads the kubeconfig. */
    KubernetesClusters open() {
        KubernetesClusters.Builder clusters = KubernetesClusters.builder();
        kubeconfig.ifPresentOrElse(
                file -> clusters.kubeconfig(ClusterNames.absolutePath("--kubeconfig", file)), clusters::kubeconfig);
        sources().forEach(clusters::stack);
        draftNamespace.ifPresent(clusters::draftNamespace);
        addons.ifPresent(operator -> clusters.installer(
                operator == Addons.FLUX ? FluxInstaller.besideReleases() : ArgoCdInstaller.in("argocd")));
        return clusters.build();
    }

    private Map<String, StackSource> sources() {
        Map<String, StackSource> sources = new LinkedHashMap<>();
        for (String text : stacks) {
            int equals = text.indexOf('=');
            String[] namespaces = text.substring(equals + 1).split(",", -1);
            if (equals < 1 || List.of(namespaces).contains("")) {
                throw new UsageException(
                        "--stack-namespaces does not name a stack and its namespaces",
                        "Write --stack-namespaces STACK=NAMESPACE, further namespaces after commas.");
            }
            StackSource source = StackSource.namespaces(
                    namespaces[0],
                    List.of(namespaces).subList(1, namespaces.length).toArray(String[]::new));
            sources.put(text.substring(0, equals), source);
        }
        return sources;
    }
}

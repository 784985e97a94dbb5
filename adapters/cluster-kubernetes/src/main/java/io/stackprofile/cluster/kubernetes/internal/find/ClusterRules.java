package io.stackprofile.cluster.kubernetes.internal.find;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackprofile.cluster.kubernetes.internal.api.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What belongs to the cluster itself. */
final class ClusterRules {

    /** Kinds that only controllers and nodes write, by group. */
    private static final Map<String, Set<String>> KINDS = Map.ofEntries(
            Map.entry("", Set.of("Event", "Node", "ComponentStatus")),
            Map.entry("events.k8s.io", Set.of("Event")),
            Map.entry("coordination.k8s.io", Set.of("Lease", "LeaseCandidate")),
            Map.entry("apps", Set.of("ControllerRevision")),
            Map.entry("storage.k8s.io", Set.of("CSINode", "CSIStorageCapacity", "VolumeAttachment")),
            Map.entry("certificates.k8s.io", Set.of("CertificateSigningRequest", "PodCertificateRequest")),
            Map.entry("networking.k8s.io", Set.of("IPAddress")),
            Map.entry("internal.apiserver.k8s.io", Set.of("StorageVersion")),
            Map.entry("resource.k8s.io", Set.of("ResourceSlice")),
            Map.entry("autoscaling.k8s.io", Set.of("VerticalPodAutoscalerCheckpoint")),
            Map.entry("acme.cert-manager.io", Set.of("Order", "Challenge")),
            Map.entry("cert-manager.io", Set.of("CertificateRequest")),
            Map.entry("cilium.io", Set.of("CiliumEndpoint", "CiliumIdentity", "CiliumNode")),
            Map.entry("snapshot.storage.k8s.io", Set.of("VolumeSnapshotContent")),
            Map.entry("wgpolicyk8s.io", Set.of("PolicyReport", "ClusterPolicyReport")));

    private static final Set<String> GROUPS =
            Set.of("metrics.k8s.io", "custom.metrics.k8s.io", "external.metrics.k8s.io");

    private static final Set<String> INJECTED =
            Set.of("kube-root-ca.crt", "openshift-service-ca.crt", "istio-ca-root-cert");

    private static final Set<String> NAMESPACES = Set.of("default", "kube-system", "kube-public", "kube-node-lease");

    private static final Set<String> ACCOUNTS = Set.of("default", "builder", "deployer");

    private static final String LEADER = "control-plane.alpha.kubernetes.io/leader";

    private static final String TOKEN = "kubernetes.io/service-account-token";

    static final List<Rule> RULES = List.of(
            Rule.of(
                    "written-by-cluster",
                    "Objects of this kind are written by the cluster's own parts.",
                    (id, object, all) -> ofCluster(id.group(), id.kind())),
            Rule.of(
                    "endpoints-of-service",
                    "The cluster fills it from a Service's Pods.",
                    (id, object, all) -> (id.is("", "Endpoints") || id.is("discovery.k8s.io", "EndpointSlice"))
                            && !Authors.someone(object)),
            Rule.of(
                    "leader-election",
                    "A program keeps in it who leads.",
                    (id, object, all) -> (id.is("", "ConfigMap") || id.is("", "Endpoints"))
                            && Json.text(object, "metadata", "annotations", LEADER)
                                    .isPresent()
                            && object.path("data").isEmpty()
                            && object.path("subsets").isEmpty()),
            Rule.of(
                    "injected-ca",
                    "The cluster puts its certificate authorities into each namespace.",
                    (id, object, all) -> id.is("", "ConfigMap") && INJECTED.contains(id.name())),
            Rule.of(
                    "default-account",
                    "The cluster makes it in each namespace.",
                    (id, object, all) ->
                            id.is("", "ServiceAccount") && ACCOUNTS.contains(id.name()) && !Authors.someone(object)),
            Rule.of(
                    "account-token",
                    "The cluster makes the token for a ServiceAccount.",
                    (id, object, all) -> ofType(id, object, TOKEN) && !Authors.someone(object)),
            Rule.of(
                    "bootstrap-token",
                    "It lets nodes join the cluster.",
                    (id, object, all) -> ofType(id, object, "bootstrap.kubernetes.io/token")),
            Rule.of("api-service", "It is how the API server reaches itself.", ClusterRules::apiServer),
            Rule.of(
                    "cluster-namespace",
                    "The namespace is the cluster's own.",
                    (id, object, all) -> id.is("", "Namespace") && NAMESPACES.contains(id.name())),
            Rule.of("cluster-default", "Each cluster has it from its start.", ClusterRules::builtIn));

    private ClusterRules() {}

    /** Whether people write no objects of this kind, so that listing it is needless. */
    static boolean ofCluster(String group, String kind) {
        return GROUPS.contains(group) || KINDS.getOrDefault(group, Set.of()).contains(kind);
    }

    private static boolean ofType(ObjectId id, JsonNode object, String type) {
        return id.is("", "Secret") && Json.text(object, "type").equals(Optional.of(type));
    }

    private static boolean apiServer(ObjectId id, JsonNode object, Listed all) {
        return (id.is("", "Service")
                        && id.name().equals("kubernetes")
                        && id.namespace().equals(Optional.of("default")))
                || (id.is("apiregistration.k8s.io", "APIService")
                        && (object.path("spec").path("service").isMissingNode()
                                || object.path("spec").path("service").isNull()));
    }

    private static boolean builtIn(ObjectId id, JsonNode object, Listed all) {
        boolean labelled = Json.text(object, "metadata", "labels", "kubernetes.io/bootstrapping")
                .isPresent();
        boolean kept = Json.text(object, "metadata", "annotations", "apf.kubernetes.io/autoupdate-spec")
                .equals(Optional.of("true"));
        boolean priority =
                id.is("scheduling.k8s.io", "PriorityClass") && id.name().startsWith("system-");
        boolean range = id.is("networking.k8s.io", "ServiceCIDR") && id.name().equals("kubernetes");
        return labelled || kept || priority || range;
    }
}

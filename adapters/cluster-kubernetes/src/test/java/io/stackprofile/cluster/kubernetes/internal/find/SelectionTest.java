package io.stackprofile.cluster.kubernetes.internal.find;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackprofile.capture.LeftOut;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SelectionTest {

    private record Case(String rule, Objects object) {
        @Override
        public String toString() {
            return rule + " " + ObjectId.of(object.json()).describe();
        }
    }

    private static Case left(String rule, Objects object) {
        return new Case(rule, object);
    }

    private static Objects in(String apiVersion, String kind, String name) {
        return Objects.of(apiVersion, kind, "shop", name);
    }

    static List<Case> leftOut() {
        return List.of(
                left(
                        "owned-by-controller",
                        in("apps/v1", "ReplicaSet", "web-5d").owner("Deployment", "web", true)),
                left("owned-by-controller", in("v1", "Pod", "web-5d-x").owner("ReplicaSet", "web-5d", true)),
                left("owned-by-controller", in("batch/v1", "Job", "nightly-1").owner("CronJob", "nightly", true)),
                left("owned-by-object", in("v1", "Secret", "made").owner("Database", "db", false)),
                left("written-by-cluster", in("apps/v1", "ControllerRevision", "db-1")),
                left("written-by-cluster", in("coordination.k8s.io/v1", "Lease", "leader")),
                left("written-by-cluster", in("v1", "Event", "web.17")),
                left("written-by-cluster", in("events.k8s.io/v1", "Event", "web.18")),
                left("written-by-cluster", in("metrics.k8s.io/v1beta1", "PodMetrics", "web")),
                left("written-by-cluster", Objects.of("v1", "Node", "", "worker-1")),
                left("endpoints-of-service", in("v1", "Endpoints", "web").by("kube-controller-manager", "Update", "")),
                left(
                        "endpoints-of-service",
                        in("discovery.k8s.io/v1", "EndpointSlice", "web-1")
                                .by("kube-controller-manager", "Update", "")),
                left("injected-ca", in("v1", "ConfigMap", "kube-root-ca.crt")),
                left("injected-ca", in("v1", "ConfigMap", "istio-ca-root-cert")),
                left("injected-ca", in("v1", "ConfigMap", "openshift-service-ca.crt")),
                left("default-account", in("v1", "ServiceAccount", "default")),
                left(
                        "account-token",
                        in("v1", "Secret", "web-token-x7").with("type", "\"kubernetes.io/service-account-token\"")),
                left("bootstrap-token", in("v1", "Secret", "bt").with("type", "\"bootstrap.kubernetes.io/token\"")),
                left("api-service", Objects.of("v1", "Service", "default", "kubernetes")),
                left(
                        "api-service",
                        Objects.of("apiregistration.k8s.io/v1", "APIService", "", "v1.apps")
                                .with("spec", "{\"group\":\"apps\"}")),
                left("cluster-namespace", Objects.of("v1", "Namespace", "", "kube-system")),
                left(
                        "cluster-default",
                        Objects.of("rbac.authorization.k8s.io/v1", "ClusterRole", "", "admin")
                                .label("kubernetes.io/bootstrapping", "rbac-defaults")),
                left(
                        "dynamic-volume",
                        Objects.of("v1", "PersistentVolume", "", "pvc-1")
                                .annotation("pv.kubernetes.io/provisioned-by", "ebs.csi.aws.com")),
                left(
                        "made-by-cert-manager",
                        in("v1", "Secret", "web-tls").annotation("cert-manager.io/certificate-name", "web")),
                left("written-by-controllers", in("v1", "Secret", "account").by("cert-manager-issuers", "Update", "")),
                left(
                        "helm-release-record",
                        in("v1", "Secret", "sh.helm.release.v1.db.v1").with("type", "\"helm.sh/release.v1\"")),
                left("helm-release-record", in("v1", "ConfigMap", "old.v3").label("owner", "helm")),
                left(
                        "owned-by-helm",
                        in("v1", "Service", "db")
                                .label("app.kubernetes.io/managed-by", "Helm")
                                .annotation("meta.helm.sh/release-name", "db")
                                .annotation("meta.helm.sh/release-namespace", "shop")),
                left(
                        "helm-hook",
                        in("batch/v1", "Job", "db-migrate")
                                .annotation("helm.sh/hook", "pre-install")
                                .by("helm", "Update", "")),
                left("stack-draft", in("v1", "ConfigMap", "d-1").label("stackprofile.io/draft", "d")),
                left("mirror-pod", in("v1", "Pod", "etcd").annotation("kubernetes.io/config.mirror", "x")),
                left(
                        "being-deleted",
                        in("apps/v1", "Deployment", "old")
                                .with("metadata.deletionTimestamp", "\"2026-01-01T00:00:00Z\"")));
    }

    static List<Objects> kept() {
        return List.of(
                in("apps/v1", "Deployment", "web")
                        .by("kubectl-client-side-apply", "Update", "")
                        .by("kube-controller-manager", "Update", "status"),
                in("v1", "Pod", "debug").by("kubectl-run", "Update", ""),
                in("v1", "Secret", "db"),
                in("v1", "ConfigMap", "aged")
                        .with(
                                "metadata.managedFields",
                                "[{\"manager\":\"kube-controller-manager\",\"operation\":\"Update\","
                                        + "\"fieldsV1\":{\"f:metadata\":{\"f:annotations\":{}}}}]"),
                Objects.of("v1", "ServiceAccount", "team", "default")
                        .annotation("kubectl.kubernetes.io/last-applied-configuration", "{}"),
                in("v1", "ServiceAccount", "web"),
                in("v1", "Endpoints", "external-db").by("kubectl", "Apply", ""),
                in("v1", "Secret", "ci-token")
                        .with("type", "\"kubernetes.io/service-account-token\"")
                        .by("kubectl", "Apply", "")
                        .by("kube-controller-manager", "Update", ""),
                in("v1", "PersistentVolumeClaim", "data-other-0"),
                in("v1", "Service", "kubernetes"),
                in("v1", "Service", "tpl")
                        .label("app.kubernetes.io/managed-by", "Helm")
                        .by("kubectl", "Apply", ""),
                in("batch/v1", "Job", "hooked")
                        .annotation("helm.sh/hook", "pre-install")
                        .by("kubectl", "Apply", ""),
                Objects.of("v1", "Namespace", "", "shop"),
                Objects.of("apiregistration.k8s.io/v1", "APIService", "", "v1.shop")
                        .with("spec", "{\"service\":{\"name\":\"shop\",\"namespace\":\"shop\"}}"));
    }

    @ParameterizedTest
    @MethodSource("leftOut")
    void whatIsNobodysOwnIsLeftOutWithItsRule(Case given) {
        Selection selection = Selection.of(List.of(given.object().json()));

        assertThat(selection.kept()).isEmpty();
        assertThat(selection.leftOut()).singleElement().satisfies(left -> {
            assertThat(left.rule()).isEqualTo(given.rule());
            assertThat(left.reason()).endsWith(".");
            assertThat(left.name()).isEqualTo(ObjectId.of(given.object().json()).name());
        });
    }

    @ParameterizedTest
    @MethodSource("kept")
    void whatSomeoneWroteIsKept(Objects given) {
        assertThat(Selection.of(List.of(given.json())).kept()).containsExactly(given.json());
    }

    @Test
    void claimsOfAStatefulSetAreLeftOutAndOthersKept() {
        JsonNode set = in("apps/v1", "StatefulSet", "db")
                .with("spec", "{\"volumeClaimTemplates\":[{\"metadata\":{\"name\":\"data\"}}]}")
                .json();
        JsonNode made = in("v1", "PersistentVolumeClaim", "data-db-10").json();
        JsonNode alike = in("v1", "PersistentVolumeClaim", "data-db-backup").json();
        JsonNode elsewhere =
                Objects.of("v1", "PersistentVolumeClaim", "other", "data-db-0").json();
        JsonNode written = in("v1", "PersistentVolumeClaim", "data-db-0")
                .by("kubectl", "Apply", "")
                .json();

        Selection selection = Selection.of(List.of(made, set, alike, elsewhere, written));

        assertThat(selection.kept()).containsExactlyInAnyOrder(set, alike, elsewhere, written);
        assertThat(selection.leftOut()).extracting(LeftOut::rule).containsExactly("claim-of-statefulset");
    }

    @Test
    void anObjectListedUnderTwoGroupsCountsOnce() {
        Objects under = in("networking.k8s.io/v1", "Ingress", "web").with("metadata.uid", "\"u1\"");
        Objects old = in("extensions/v1beta1", "Ingress", "web").with("metadata.uid", "\"u1\"");

        assertThat(Selection.of(List.of(under.json(), old.json())).kept()).containsExactly(under.json());
    }

    @Test
    void releasesAndTheirRecordsAreTold() {
        JsonNode service = in("v1", "Service", "db")
                .label("app.kubernetes.io/managed-by", "Helm")
                .annotation("meta.helm.sh/release-name", "db")
                .annotation("meta.helm.sh/release-namespace", "data")
                .json();
        JsonNode record = in("v1", "Secret", "sh.helm.release.v1.web.v1")
                .with("type", "\"helm.sh/release.v1\"")
                .json();

        Selection selection = Selection.of(List.of(service, record));

        assertThat(selection.releases()).containsOnlyKeys(new ReleaseName("data", "db"));
        assertThat(selection.records()).containsExactly(record);
        assertThat(selection.leftOut()).extracting(LeftOut::namespace).containsOnly(Optional.of("shop"));
    }

    @Test
    void theOrderOfTheListsDoesNotMatter() {
        List<JsonNode> objects = new ArrayList<>();
        leftOut().forEach(given -> objects.add(given.object().json()));
        kept().forEach(given -> objects.add(given.json()));
        Selection first = Selection.of(objects);
        for (int seed = 0; seed < 10; seed++) {
            Collections.shuffle(objects, new Random(seed));
            assertThat(Selection.of(objects)).isEqualTo(first);
        }
        assertThat(first.kept()).hasSize(kept().size());
    }
}

package io.stackprofile.core.internal.namespace;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.Limits;
import io.stackprofile.error.Finding;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.StackSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NamespaceMappingTest {

    private static final Map<String, String> NAMES = Map.of("quay", "quay-two");

    @Test
    void everyPlaceThatNamesTheNamespaceFollowsAndAllElseStaysByteForByte() {
        assertThat(mapped("""
                # quay is where it lives
                apiVersion: v1
                kind: Namespace
                metadata:
                  name: quay   # ours
                  labels: {kubernetes.io/metadata.name: quay, tier: quay}
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                metadata: {name: quay, namespace: quay}
                subjects:
                  - {kind: ServiceAccount, name: quay, namespace: quay}
                  - {kind: User, name: "system:serviceaccount:quay:planner"}
                  - {kind: Group, name: "system:serviceaccounts:quay"}
                ---
                apiVersion: admissionregistration.k8s.io/v1
                kind: ValidatingWebhookConfiguration
                metadata:
                  name: quay
                  annotations: {cert-manager.io/inject-ca-from: quay/planner}
                webhooks:
                  - name: check.quay.example
                    clientConfig: {service: {name: check, namespace: quay}}
                    namespaceSelector:
                      matchLabels: {kubernetes.io/metadata.name: quay}
                      matchExpressions:
                        - {key: kubernetes.io/metadata.name, operator: In, values: [quay, kube-system]}
                        - {key: tier, operator: In, values: [quay]}
                ---
                apiVersion: monitoring.coreos.com/v1
                kind: ServiceMonitor
                metadata: {name: planner}
                spec: {namespaceSelector: {matchNames: [quay, other]}}
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: planner, namespace: "quay"}
                data:
                  namespace: quay
                  url: http://db.quay.svc.cluster.local:80/quay and api.quay.svc, not x.quay.svcs
                  text: |
                    host = cache.quay.svc
                    name = quay
                """)).isEqualTo("""
                # quay is where it lives
                apiVersion: v1
                kind: Namespace
                metadata:
                  name: quay-two   # ours
                  labels: {kubernetes.io/metadata.name: quay-two, tier: quay}
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                metadata: {name: quay, namespace: quay-two}
                subjects:
                  - {kind: ServiceAccount, name: quay, namespace: quay-two}
                  - {kind: User, name: "system:serviceaccount:quay-two:planner"}
                  - {kind: Group, name: "system:serviceaccounts:quay-two"}
                ---
                apiVersion: admissionregistration.k8s.io/v1
                kind: ValidatingWebhookConfiguration
                metadata:
                  name: quay
                  annotations: {cert-manager.io/inject-ca-from: quay-two/planner}
                webhooks:
                  - name: check.quay.example
                    clientConfig: {service: {name: check, namespace: quay-two}}
                    namespaceSelector:
                      matchLabels: {kubernetes.io/metadata.name: quay-two}
                      matchExpressions:
                        - {key: kubernetes.io/metadata.name, operator: In, values: [quay-two, kube-system]}
                        - {key: tier, operator: In, values: [quay]}
                ---
                apiVersion: monitoring.coreos.com/v1
                kind: ServiceMonitor
                metadata: {name: planner}
                spec: {namespaceSelector: {matchNames: [quay-two, other]}}
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: planner, namespace: "quay-two"}
                data:
                  namespace: quay
                  url: http://db.quay-two.svc.cluster.local:80/quay and api.quay-two.svc, not x.quay.svcs
                  text: |
                    host = cache.quay-two.svc
                    name = quay
                """);
    }

    @Test
    void namespacesThatAreSwappedChangeAtOnce() {
        Map<String, String> swapped = Map.of("blue", "green", "green", "blue");

        StackSpec spec = NamespaceMapping.map(
                stack(manifest("metadata: {namespace: blue}\nother: {namespace: green}\n")),
                swapped,
                Limits.defaults());

        assertThat(spec.members().get(0).text()).contains("metadata: {namespace: green}\nother: {namespace: blue}\n");
    }

    @Test
    void membersAndAddonsGoThereToo() {
        Addon addon = Addon.builder()
                .name("metrics")
                .chartName("metrics")
                .chartVersion("1.0.0")
                .namespace("quay")
                .values("namespaceOverride: quay\nserver: http://api.quay.svc\n")
                .build();

        Member mapped = NamespaceMapping.map(stack(addon), NAMES, Limits.defaults())
                .members()
                .get(0);

        assertThat(mapped.namespace()).contains("quay-two");
        assertThat(mapped.text()).contains("namespaceOverride: quay-two\nserver: http://api.quay-two.svc\n");
    }

    @Test
    void objectsOfTheWholeClusterAreFound() {
        List<Finding> findings = SharedObjects.of(stack(manifest("""
                        apiVersion: rbac.authorization.k8s.io/v1
                        kind: ClusterRole
                        metadata: {name: reader}
                        ---
                        apiVersion: v1
                        kind: Namespace
                        metadata: {name: quay-two}
                        """)), NAMES.values(), Limits.defaults());

        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).message()).startsWith("this ClusterRole is of the whole cluster");
    }

    private static String mapped(String text) {
        return NamespaceMapping.map(stack(manifest(text)), NAMES, Limits.defaults())
                .members()
                .get(0)
                .text()
                .orElseThrow();
    }

    private static Manifest manifest(String text) {
        return Manifest.builder().name("all").content(text).build();
    }

    private static StackSpec stack(Member member) {
        return StackSpec.of(Optional.empty(), List.of(member));
    }
}

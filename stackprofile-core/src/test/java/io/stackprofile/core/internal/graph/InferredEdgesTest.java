package io.stackprofile.core.internal.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.Limits;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.testkit.fixture.StackBuilder;
import io.stackprofile.testkit.fixture.StackFixtures;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InferredEdgesTest {

    private static final String POD = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: shop}
            spec:
              template:
                spec:
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            v1 ConfigMap shop settings      | containers: [{name: web, envFrom: [{configMapRef: {name: settings}}]}]
            v1 Secret shop settings         | initContainers: [{name: web, envFrom: [{secretRef: {name: settings}}]}]
            v1 ConfigMap shop settings      | containers: [{name: web, env: [{name: A, valueFrom: {configMapKeyRef: {name: settings, key: a}}}]}]
            v1 Secret shop settings         | containers: [{name: web, env: [{name: A, valueFrom: {secretKeyRef: {name: settings, key: a}}}]}]
            v1 ConfigMap shop settings      | volumes: [{name: a, configMap: {name: settings}}]
            v1 Secret shop settings         | volumes: [{name: a, secret: {secretName: settings}}]
            v1 PersistentVolumeClaim shop a | volumes: [{name: a, persistentVolumeClaim: {claimName: a}}]
            v1 Secret shop settings         | volumes: [{name: a, projected: {sources: [{serviceAccountToken: {path: t}}, {secret: {name: settings}}]}}]
            v1 ConfigMap shop settings      | volumes: [{name: a, projected: {sources: [{configMap: {name: settings}}]}}]
            v1 Secret shop registry         | imagePullSecrets: [{name: registry}]
            v1 ServiceAccount shop web      | serviceAccountName: web
            scheduling.k8s.io/v1 PriorityClass - high | priorityClassName: high
            node.k8s.io/v1 RuntimeClass - gvisor | runtimeClassName: gvisor
            """)
    void aPodNeedsWhatItsSpecificationNames(String target, String pod) {
        String workload = POD + "      " + pod + "\n";

        assertThat(parents(object(target), workload)).containsExactly("target");
        assertThat(parents(object(target), workload.replace("shop", "elsewhere")))
                .hasSize(target.contains(" - ") ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            apps/v1 StatefulSet   | spec: {template: {spec: POD}}
            apps/v1 DaemonSet     | spec: {template: {spec: POD}}
            apps/v1 ReplicaSet    | spec: {template: {spec: POD}}
            batch/v1 Job          | spec: {template: {spec: POD}}
            batch/v1 CronJob      | spec: {jobTemplate: {spec: {template: {spec: POD}}}}
            v1 Pod                | spec: POD
            v1 PodTemplate        | template: {spec: POD}
            v1 ReplicationController | spec: {template: {spec: POD}}
            """)
    void everyKindOfWorkloadHasAPod(String type, String body) {
        String pod = "{containers: [{name: web, envFrom: [{secretRef: {name: settings}}]}]}";
        String workload = object(type + " shop web") + body.replace("POD", pod) + "\n";

        assertThat(parents(object("v1 Secret shop settings"), workload)).containsExactly("target");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            v1 Namespace - shop | v1 ConfigMap shop a | data: {}
            storage.k8s.io/v1 StorageClass - fast | v1 PersistentVolumeClaim shop a | spec: {storageClassName: fast}
            storage.k8s.io/v1 StorageClass - fast | apps/v1 StatefulSet shop a | spec: {volumeClaimTemplates: [{spec: {storageClassName: fast}}]}
            networking.k8s.io/v1 IngressClass - nginx | networking.k8s.io/v1 Ingress shop a | spec: {ingressClassName: nginx}
            v1 Service shop web | networking.k8s.io/v1 Ingress shop a | spec: {rules: [{http: {paths: [{backend: {service: {name: web}}}]}}]}
            v1 Service shop web | networking.k8s.io/v1 Ingress shop a | spec: {defaultBackend: {service: {name: web}}}
            v1 Secret shop tls | networking.k8s.io/v1 Ingress shop a | spec: {tls: [{hosts: [a], secretName: tls}]}
            cert-manager.io/v1 ClusterIssuer - le | networking.k8s.io/v1 Ingress shop a | spec: {}
            rbac.authorization.k8s.io/v1 Role shop edit | rbac.authorization.k8s.io/v1 RoleBinding shop a | roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: edit}
            rbac.authorization.k8s.io/v1 ClusterRole - edit | rbac.authorization.k8s.io/v1 RoleBinding shop a | roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: edit}
            v1 ServiceAccount ops robot | rbac.authorization.k8s.io/v1 ClusterRoleBinding - a | subjects: [{kind: ServiceAccount, name: robot, namespace: ops}]
            apps/v1 Deployment shop web | autoscaling/v2 HorizontalPodAutoscaler shop a | spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}}
            apps/v1 Deployment shop web | keda.sh/v1alpha1 ScaledObject shop a | spec: {scaleTargetRef: {name: web}}
            v1 Service ops hook | admissionregistration.k8s.io/v1 ValidatingWebhookConfiguration - a | webhooks: [{clientConfig: {service: {name: hook, namespace: ops}}}]
            v1 Service ops metrics | apiregistration.k8s.io/v1 APIService - v1.metrics | spec: {service: {name: metrics, namespace: ops}}
            gateway.networking.k8s.io/v1 Gateway ops edge | gateway.networking.k8s.io/v1 HTTPRoute shop a | spec: {parentRefs: [{name: edge, namespace: ops}]}
            v1 Service shop web | gateway.networking.k8s.io/v1 HTTPRoute shop a | spec: {rules: [{backendRefs: [{name: web, port: 80}]}]}
            v1 Secret shop tls | gateway.networking.k8s.io/v1 Gateway shop a | spec: {listeners: [{tls: {certificateRefs: [{name: tls}]}}]}
            """)
    void objectsNeedWhatTheyName(String target, String user, String body) {
        String text =
                object(user).replace("}\n", ", annotations: {cert-manager.io/cluster-issuer: le}}\n") + body + "\n";

        assertThat(parents(object(target), text)).containsExactly("target");
    }

    @Test
    void anObjectOfACustomKindNeedsItsDefinitionWhateverItsVersion() {
        String definition = object("apiextensions.k8s.io/v1 CustomResourceDefinition - feeds.acme.dev")
                + "spec: {group: acme.dev, scope: Namespaced, names: {kind: Feed}}\n";

        assertThat(parents(definition, object("acme.dev/v1beta1 Feed shop eu"))).containsExactly("target");
        assertThat(parents(definition, object("other.dev/v1 Feed shop eu"))).isEmpty();
    }

    @Test
    void aWebhookNeedsTheWorkloadBehindItsService() {
        StackSpec spec = StackBuilder.stack()
                .manifest(
                        "hook",
                        object("admissionregistration.k8s.io/v1 MutatingWebhookConfiguration - a")
                                + "webhooks: [{clientConfig: {service: {name: hook, namespace: ops}}}]\n")
                .manifest("service", object("v1 Service ops hook") + "spec: {selector: {app: hook, tier: a}}\n")
                .manifest(
                        "other",
                        object("apps/v1 Deployment ops other")
                                + "spec: {template: {metadata: {labels: {app: hook}}, spec: {}}}\n")
                .manifest(
                        "workload",
                        object("apps/v1 Deployment ops hook")
                                + "spec: {template: {metadata: {labels: {app: hook, tier: a, x: y}}, spec: {}}}\n")
                .build();

        assertThat(InferredEdges.of(spec, StackObjects.of(spec, Limits.defaults())))
                .extracting(
                        edge -> edge.child().name() + " needs " + edge.parent().name())
                .containsExactly("hook needs service", "hook needs workload");
    }

    @Test
    void placeholdersCountAsTheNameTheyStandFor() {
        assertThat(parents(
                        object("v1 Namespace - '${{ parameters.space }}'"),
                        object("v1 ConfigMap '${{ parameters.space }}' a")))
                .containsExactly("target");
    }

    @Test
    void theItemsOfAListCountAndPlacesSayDocumentPathAndLine() {
        String list = "# two\n---\napiVersion: v1\nkind: List\nitems:\n- "
                + "{apiVersion: v1, kind: ServiceAccount, metadata: {name: a, namespace: shop},\n"
                + "   imagePullSecrets: [{name: b}]}\n";
        StackSpec spec = StackBuilder.stack()
                .manifest("list", list)
                .manifest("target", object("v1 Secret shop b"))
                .build();

        List<InferredEdge> edges = InferredEdges.of(spec, StackObjects.of(spec, Limits.defaults()));

        assertThat(edges).hasSize(1);
        assertThat(edges.get(0).reference().where().describe())
                .isEqualTo("manifest/list, /items/0/imagePullSecrets/0, line 7");
    }

    @Test
    void aStackThatIsWellOrderedDeclaresWhatItNeeds() {
        StackSpec spec = StackFixtures.platform();

        List<InferredEdge> edges = InferredEdges.of(spec, StackObjects.of(spec, Limits.defaults()));

        assertThat(edges)
                .extracting(edge -> edge.child() + " " + edge.reference().why() + " " + edge.parent())
                .contains(
                        "addon/cert-manager is installed into manifest/namespaces",
                        "manifest/status-page-ingress has its certificate from manifest/cluster-issuer",
                        "manifest/status-page-ingress routes to manifest/status-page");
        assertThat(EdgeAudit.findings(spec, edges)).isEmpty();
    }

    private static List<String> parents(String target, String user) {
        StackSpec spec = StackBuilder.stack()
                .manifest("user", user)
                .manifest("target", target)
                .build();
        return InferredEdges.of(spec, StackObjects.of(spec, Limits.defaults())).stream()
                .filter(edge -> edge.child().name().equals("user"))
                .map(edge -> edge.parent().name())
                .toList();
    }

    /** An object from apiVersion, kind, namespace ({@code -} for none) and name. */
    private static String object(String line) {
        String[] part = line.replace("${{ parameters.space }}", "TOKEN").split(" ");
        String namespace = part[2].equals("-") ? "" : ", namespace: " + part[2];
        return "apiVersion: %s\nkind: %s\nmetadata: {name: %s%s}\n"
                .formatted(part[0], part[1], part[3], namespace)
                .replace("TOKEN", "${{ parameters.space }}");
    }
}

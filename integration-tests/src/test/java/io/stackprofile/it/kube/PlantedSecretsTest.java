package io.stackprofile.it.kube;

import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.stackprofile.Caller;
import io.stackprofile.Role;
import io.stackprofile.StackProfiles;
import io.stackprofile.capture.CaptureRequest;
import io.stackprofile.cluster.kubernetes.KubernetesClusters;
import io.stackprofile.cluster.kubernetes.StackSource;
import io.stackprofile.core.StackProfileEngine;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Member;
import io.stackprofile.test.kubernetes.ApiServer;
import io.stackprofile.testkit.InMemoryStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A secret in every place that a cluster has for one, and none of them in what a capture gives. */
class PlantedSecretsTest {

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    /** A secret of its own, as text or in base64. */
    private static final Pattern PLACE = Pattern.compile("@(secret|data)@");

    private static final List<String> OBJECTS = List.of("""
            {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "db", "annotations": {"acme.dev/password": "@secret@"}},
             "data": {"password": "@data@", "notes": "@data@"}}
            """, """
            {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "settings"}, "data": {
              "app.properties": "db.password=@secret@\\nurl=jdbc:postgresql://db/shop?user=u&password=@secret@\\n",
              "app.yaml": "smtp:\\n  password: @secret@\\n", "DATABASE_URL": "postgres://shop:@secret@@db:5432/shop",
              "app.json": "{\\"apiKey\\": \\"@secret@\\"}", "app.xml": "<a><password>@secret@</password></a>",
              "list.yaml": "kind: List\\nitems:\\n- kind: Secret\\n  stringData:\\n    any: @secret@\\n"}}
            """, """
            {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "web", "annotations": {"acme.dev/token": "@secret@"}},
             "spec": {"template": {"metadata": {"annotations": {"vault/token": "@secret@"}}, "spec": {"containers": [{"name": "web",
              "args": ["--password=@secret@", "--token", "@secret@", "--dsn=mysql://u:@secret@@h/db"],
              "command": ["sh", "-c", "export DB_PASSWORD=@secret@; curl -u admin:@secret@ http://x"],
              "env": [{"name": "DB_PASSWORD", "value": "@secret@"}, {"name": "JAVA_OPTS", "value": "-Ddb.password=@secret@"}],
              "lifecycle": {"postStart": {"exec": {"command": ["sh", "-c", "redis-cli -a @secret@ ping"]}}},
              "livenessProbe": {"httpGet": {"path": "/live?token=@secret@", "port": 80,
                "httpHeaders": [{"name": "Authorization", "value": "Bearer @secret@"}]}}}]}}}}
            """, """
            {"apiVersion": "v1", "kind": "ServiceAccount",
             "metadata": {"name": "web", "annotations": {"db": "Server=a;User Id=b;Password=@secret@;"}}}
            """, """
            {"apiVersion": "rbac.authorization.k8s.io/v1", "kind": "Role",
             "metadata": {"name": "web", "annotations": {"acme.dev/password": "@secret@"}}, "rules": []}
            """, """
            {"apiVersion": "admissionregistration.k8s.io/v1", "kind": "ValidatingWebhookConfiguration",
             "metadata": {"name": "web", "labels": {"app.kubernetes.io/part-of": "shop"}}, "webhooks": [{"name": "a.acme.dev",
              "clientConfig": {"url": "https://u:@secret@@hooks.acme.dev/in?token=@secret@"}}]}
            """, """
            {"apiVersion": "v1", "kind": "Secret", "type": "helm.sh/release.v1", "metadata": {"name": "sh.helm.release.v1.bad.v1",
             "labels": {"owner": "helm", "name": "bad", "status": "deployed", "version": "1"}}, "data": {"release": "@data@"}}
            """, """
            {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "rendered",
             "labels": {"app.kubernetes.io/managed-by": "Helm"}, "annotations": {"meta.helm.sh/release-name": "gone"}},
             "data": {"password": "@secret@"}}
            """);

    private final List<String> planted = new ArrayList<>();
    private final Random random = new Random(7731);

    private String secret() {
        StringBuilder secret = new StringBuilder("k7");
        random.ints(20, 0, LETTERS.length()).forEach(at -> secret.append(LETTERS.charAt(at)));
        planted.add(secret.toString());
        return secret.toString();
    }

    private String plant(String object) {
        return PLACE.matcher(object).replaceAll(place -> {
            String secret = secret();
            String encoded = KubeSteps.base64(secret);
            planted.add(encoded);
            return Matcher.quoteReplacement(place.group(1).equals("data") ? encoded : secret);
        });
    }

    /** An object as kubectl applied it: with a copy of itself that has other secrets, from before they were changed. */
    private String applied(String object) {
        String namespaced = object.contains("ValidatingWebhook")
                ? object
                : object.replaceFirst("\"metadata\": \\{", "\"metadata\": {\"namespace\": \"shop\", ");
        String before =
                plant(namespaced).replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ");
        String copy = "\"kubectl.kubernetes.io/last-applied-configuration\": \"" + before + "\"";
        String now = plant(namespaced);
        return now.contains("\"annotations\": {")
                ? now.replaceFirst("\"annotations\": \\{", Matcher.quoteReplacement("\"annotations\": {" + copy + ", "))
                : now.replaceFirst(
                        "\"metadata\": \\{",
                        Matcher.quoteReplacement("\"metadata\": {\"annotations\": {" + copy + "}, "));
    }

    @Test
    void noPlantedSecretIsInWhatACaptureGives() {
        try (ApiServer server = ApiServer.start();
                KubernetesClient client = client(server);
                KubernetesClusters clusters = KubernetesClusters.builder()
                        .add("target", client)
                        .stack("shop", StackSource.namespaces("shop").and(StackSource.partOf("shop")))
                        .build();
                StackProfiles engine = StackProfileEngine.builder()
                        .store(new InMemoryStore())
                        .clusters(clusters)
                        .build()) {
            OBJECTS.forEach(object -> server.put(applied(object)));

            ProfileVersion version = engine.as(Caller.of("acme", "alice", Role.OWNER))
                    .profiles()
                    .capture(CaptureRequest.builder()
                            .name("shop")
                            .cluster("target")
                            .stack("shop")
                            .includeAddonConfigurations(true)
                            .build());

            assertThat(version.spec().members()).hasSize(6);
            assertThat(version.report().leftOut()).hasSize(2);
            assertThat(planted).hasSizeGreaterThan(60);
            assertAbsent("the version", everything(version), planted);
        }
    }

    private static String everything(ProfileVersion version) {
        StringBuilder all = new StringBuilder(version.toString())
                .append(version.report())
                .append(version.parameters())
                .append(version.rules());
        for (Member member : version.spec().members()) {
            all.append(member).append(member.text().orElse(""));
        }
        for (Addon addon : version.spec().addons()) {
            all.append(addon.repositoryUrl()).append(addon.chartVersion());
        }
        return all.toString();
    }

    private static KubernetesClient client(ApiServer server) {
        return new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder()
                        .withMasterUrl(server.url())
                        .withOauthToken(server.adminToken())
                        .withAutoConfigure(false)
                        .build())
                .build();
    }
}

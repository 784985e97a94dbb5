package io.stackprofile.core;

import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stackprofile.Caller;
import io.stackprofile.OrganisationSession;
import io.stackprofile.capture.CaptureRequest;
import io.stackprofile.core.watch.Outlet;
import io.stackprofile.core.watch.TraceLogs;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.testkit.InMemoryCluster;
import io.stackprofile.testkit.InMemoryStore;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Leaks that happened to others. Each is captured, and everything that comes out is searched in every encoding. */
class LeaksElsewhereTest {

    private static final String SECRET = "kT7wPq2mZx9LbVc4";
    private static final String PRIVATE_KEY = "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcw"
            + SECRET + "ggSjAgEAAoIBAQDJ7bEe0x1nV4qkyqWz0m5mZkqg\n-----END PRIVATE KEY-----\n";

    private final Outlet outlet = new Outlet();
    private final InMemoryCluster cluster = InMemoryCluster.named("prod");

    @Test
    void inTheLastAppliedAnnotation() {
        String applied =
                "{\"apiVersion\":\"v1\",\"kind\":\"Secret\",\"metadata\":{\"name\":\"db\"},\"stringData\":{\"password\":\""
                        + SECRET + "\"}}";
        String text = captured(manifest("""
                apiVersion: v1
                kind: Secret
                metadata:
                  name: db
                  annotations:
                    kubectl.kubernetes.io/last-applied-configuration: '%s'
                data:
                  password: %s
                """.formatted(applied, base64(SECRET))));

        assertThat(text).doesNotContain("last-applied").contains("password: ${{ parameters.");
    }

    @Test
    void inAServiceAccountKeptAsBase64() {
        String account = "{\"type\":\"service_account\",\"project_id\":\"shop\",\"private_key\":\""
                + PRIVATE_KEY.replace("\n", "\\n") + "\",\"client_email\":\"ci@shop.example\"}";

        assertThat(captured(values("backup:\n  gcs:\n    serviceAccountJson: " + base64(account) + "\n")))
                .contains("serviceAccountJson:");
    }

    @Test
    void inTheValuesOfAnInlinedChart() {
        assertThat(captured(manifest("""
                        apiVersion: argoproj.io/v1alpha1
                        kind: Application
                        metadata: {name: redis}
                        spec:
                          source:
                            chart: redis
                            helm:
                              values: |
                                auth:
                                  enabled: true
                                  password: %s
                        """.formatted(SECRET)))).contains("enabled: true", "password: ${{ parameters.");
    }

    @Test
    void inABlockScalarOfCloudInit() {
        assertThat(captured(manifest("""
                        apiVersion: v1
                        kind: ConfigMap
                        metadata: {name: node}
                        data:
                          user-data: |
                            #cloud-config
                            users:
                              - name: ops
                                plain_text_passwd: %s
                            write_files:
                              - path: /etc/app.env
                                content: |
                                  API_PASSWORD=%s
                                  MODE=fast
                        """.formatted(SECRET, SECRET)))).contains("name: ops", "MODE=fast");
    }

    @Test
    void inAnOptionOfJava() {
        assertThat(captured(values("env:\n  JAVA_OPTS: -Xmx512m --spring.redis.password=" + SECRET + " -Dmode=fast\n")))
                .contains("-Xmx512m --spring.redis.password=${{ parameters.", " -Dmode=fast");
    }

    @Test
    void inTheUserOfAUrl() {
        assertThat(captured(values("brokerUrl: amqp://app:" + SECRET + "@mq.shop.svc:5672/orders\n")))
                .contains("amqp://app:${{ parameters.", "@mq.shop.svc:5672/orders");
    }

    @Test
    void inADockerConfigInAString() {
        String config = "{\"auths\":{\"registry.example\":{\"username\":\"ci\",\"password\":\"" + SECRET
                + "\",\"auth\":\"" + base64("ci:" + SECRET) + "\"}}}";

        assertThat(captured(values("imageCredentials:\n  dockerconfig: '" + config + "'\n")))
                .contains("registry.example");
    }

    @Test
    void inAKubeconfigInAConfigMap() {
        assertThat(captured(manifest("""
                        apiVersion: v1
                        kind: ConfigMap
                        metadata: {name: tools}
                        data:
                          config: |
                            apiVersion: v1
                            kind: Config
                            clusters:
                              - name: prod
                                cluster: {server: https://api.example:6443}
                            users:
                              - name: admin
                                user:
                                  token: %s
                                  client-key-data: %s
                        """.formatted(SECRET, base64(PRIVATE_KEY)))))
                .contains("server: https://api.example:6443");
    }

    @Test
    void inAComment() {
        assertThat(captured(values("# old password: " + SECRET + "\nauth:\n  existingSecret: db\n")))
                .contains("# old password: [redacted]\n", "existingSecret: db");
    }

    @Test
    void inAnAnchorThatIsReusedElsewhere() {
        assertThat(captured(values("shared: &db\n  password: " + SECRET + "\nprimary: *db\nreplica:\n  <<: *db\n")))
                .contains("shared: &db\n  password: ${{ parameters.", "primary: *db", "<<: *db");
    }

    @Test
    void inAMappingKey() {
        String keys = "tokens:\n  " + SECRET + ": admin\n  old-" + SECRET + ": viewer\n";

        assertThat(captured(values("auth:\n  password: " + SECRET + "\n" + keys)))
                .contains("tokens:\n  \"[redacted]\": admin\n  old-[redacted-2]: viewer\n");
    }

    @Test
    void inALabel() {
        captured(values("auth:\n  password: " + SECRET + "\n"), manifest("""
                        apiVersion: v1
                        kind: Pod
                        metadata:
                          name: web
                          labels: {revision: %s}
                        """.formatted(SECRET)));
    }

    @Test
    void inAnImagesPullUrl() {
        assertThat(captured(manifest("""
                        apiVersion: v1
                        kind: Pod
                        metadata: {name: web}
                        spec:
                          containers:
                            - name: web
                              image: https://bot:%s@registry.example/team/web:1.2
                        """.formatted(SECRET)))).contains("@registry.example/team/web:1.2");
    }

    @Test
    void inWhatAParserSays() {
        for (String broken : List.of(
                "password: [" + SECRET + "\n: x",
                "password: \"" + SECRET,
                "password: " + SECRET + ": " + SECRET + ": x",
                SECRET + ": 1\n" + SECRET + ": 2\n",
                "a: *" + SECRET + "\n",
                "a: !<" + SECRET + "\n",
                "a: " + SECRET + "\n\tb: {\n",
                "%YAML " + SECRET + "\n---\na: 1\n")) {
            cluster.put("stack", StackSpec.of(Optional.empty(), List.of(manifest(broken))));

            StackProfileException refused = assertThrows(StackProfileException.class, this::capture, broken);

            outlet.note("failure", refused);
            assertNothingLeft();
        }
    }

    @Test
    void aWeakPasswordStaysWhereItIsAHarmlessWord() {
        String text = captured(values("""
                image: docker.io/bitnami/mysql:8.4
                auth:
                  username: bitnami
                  password: bitnami
                  rootPassword: mysql
                primary: {name: mysql, url: "jdbc:mysql://mysql:3306/bitnami"}
                """));

        assertThat(text)
                .contains("image: docker.io/bitnami/mysql:8.4", "username: bitnami")
                .contains("primary: {name: mysql, url: \"jdbc:mysql://mysql:3306/bitnami\"}")
                .doesNotContain("password: bitnami", "rootPassword: mysql");
    }

    private String captured(Member... members) {
        cluster.put("stack", StackSpec.of(Optional.of("A stack."), List.of(members)));
        ProfileVersion version = capture();
        assertNothingLeft();
        StringBuilder text = new StringBuilder();
        version.spec().members().forEach(member -> text.append(member.text().orElse("")));
        return text.toString();
    }

    private ProfileVersion capture() {
        List<String> lines = TraceLogs.begin();
        try (var engine = StackProfileEngine.builder()
                .store(outlet.watched(new InMemoryStore()))
                .clusters((organisation, name) -> Optional.of(outlet.watched(cluster)))
                .build()) {
            OrganisationSession acme = engine.as(Caller.of("acme", "alice"));
            CaptureRequest.Builder request = CaptureRequest.builder();
            request.name("stack").cluster("prod").stack("stack").includeAddonConfigurations(true);
            return outlet.note("result", acme.profiles().capture(request.build()));
        } finally {
            TraceLogs.end();
            outlet.note("log", lines);
        }
    }

    private void assertNothingLeft() {
        outlet.words().forEach((way, words) -> assertAbsent(way, words, List.of(SECRET)));
    }

    private static Member manifest(String content) {
        return Manifest.builder().name("manifest").content(content).build();
    }

    private static Member values(String values) {
        return Addon.builder()
                .name("chart")
                .chartName("chart")
                .chartVersion("1.0.0")
                .repositoryUrl("https://charts.example.org")
                .values(values)
                .build();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}

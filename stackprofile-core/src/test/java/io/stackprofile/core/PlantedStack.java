package io.stackprofile.core;

import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.StackSpec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** A stack with sixty secrets in it, each in another place or encoding. */
final class PlantedStack {

    private final List<String> secrets = new ArrayList<>();
    private final List<Member> members = new ArrayList<>();

    PlantedStack() {
        objects();
        configuration();
        tools();
        workloads();
        values();
        copies();
    }

    /** What nothing may hold. */
    List<String> secrets() {
        return secrets;
    }

    StackSpec spec() {
        return StackSpec.of(Optional.of("Log in with password: " + next()), members);
    }

    /** A further secret, unlike any other; with signs that encoders escape in every third. */
    String next() {
        String digits = HexFormat.of().formatHex(sha256("planted" + secrets.size()), 0, 9);
        String signs = secrets.size() % 3 == 0 ? "<&\"" : "";
        String secret = "Zq" + digits.substring(0, 9) + signs + "Xv" + digits.substring(9);
        secrets.add(secret);
        return secret;
    }

    private String plain() {
        String secret = next();
        String bare = secret.replaceAll("[<&\"]", "");
        secrets.set(secrets.size() - 1, bare);
        return bare;
    }

    private void objects() {
        manifest(
                "secret",
                """
                apiVersion: v1
                kind: Secret
                metadata:
                  name: db
                  annotations:
                    kubectl.kubernetes.io/last-applied-configuration: '{"stringData":{"password":"%s"}}'
                data:
                  password: %s
                  release: %s
                stringData:
                  token: '%s'
                  folded: >-
                    %s
                  escaped: "%s"
                """,
                plain(),
                base64(next()),
                gzip("{\"p\":\"" + next() + "\"}"),
                next(),
                next(),
                json(next()));
        manifest("registry", """
                apiVersion: v1
                kind: Secret
                metadata: {name: registry}
                type: kubernetes.io/dockerconfigjson
                data:
                  .dockerconfigjson: %s
                """, base64("{\"auths\":{\"r.example\":{\"auth\":\"" + base64("ci:" + next()) + "\"}}}"));
        manifest("kubeconfig", """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: kubeconfig}
                data:
                  config: |
                    apiVersion: v1
                    kind: Config
                    users:
                      - name: admin
                        user: {token: %s}
                      - name: ops
                        user: {password: %s}
                """, plain(), plain());
    }

    private void configuration() {
        manifest(
                "files",
                """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: files}
                data:
                  app.properties: |
                    spring.datasource.password=%s
                    mode=fast
                  app.json: |
                    {"db": {"password": "%s"}}
                  app.xml: |
                    <config><password>%s</password></config>
                  app.ini: |
                    [db]
                    password = %s
                  app.env: |
                    API_TOKEN=%s
                  app.yaml: |
                    auth:
                      password: %s
                  app.toml: |
                    [db]
                    password = "%s"
                  setup.sh: |
                    export DB_PASSWORD=%s
                    curl -u admin:%s https://example.org/
                  user-data: |
                    #cloud-config
                    users: [{name: ops, plain_text_passwd: %s}]
                """,
                plain(),
                json(next()),
                xml(next()),
                plain(),
                plain(),
                plain(),
                plain(),
                plain(),
                plain(),
                plain());
    }

    private void tools() {
        manifest("tools", """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: tools}
                data:
                  init.sql: |
                    CREATE USER app IDENTIFIED BY '%s';
                  .npmrc: |
                    //registry.example/:_authToken=%s
                  .netrc: |
                    machine git.example login ci password %s
                  redis.conf: |
                    requirepass %s
                  my.cnf: |
                    [client]
                    password=%s
                  nginx.conf: |
                    proxy_set_header Authorization "Bearer %s";
                  .git-credentials: |
                    https://ci:%s@git.example
                  main.tf: |
                    db_password = "%s"
                """, plain(), plain(), plain(), plain(), plain(), plain(), plain(), plain());
    }

    private void workloads() {
        manifest(
                "workload",
                """
                # password: %s
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web}
                spec:
                  template:
                    spec:
                      containers:
                        - name: web
                          image: web:1
                          command: ["run", "--password", "%s"]
                          args: ["--api-token=%s", "--mode", "fast"]
                          env:
                            - {name: DB_PASSWORD, value: '%s'}
                            - {name: REDIS_URL, value: "redis://:%s@redis:6379/0"}
                            - {name: JAVA_OPTS, value: "-Xmx1g --spring.redis.password=%s"}
                            - {name: DSN, value: "postgres://app:%s@db:5432/app"}
                            - {name: JDBC, value: "jdbc:mysql://db/app?user=app&password=%s"}
                            - {name: ADO, value: "Server=db;User Id=app;Password=%s;"}
                          livenessProbe:
                            httpGet:
                              httpHeaders: [{name: Authorization, value: "Bearer %s"}]
                """,
                plain(),
                plain(),
                plain(),
                next(),
                plain(),
                plain(),
                plain(),
                plain(),
                plain(),
                plain());
        manifest("application", """
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata: {name: redis}
                spec:
                  source:
                    helm:
                      values: |
                        auth:
                          password: %s
                      parameters: [{name: auth.password, value: %s}]
                ---
                apiVersion: helm.toolkit.fluxcd.io/v2
                kind: HelmRelease
                metadata: {name: mysql}
                spec:
                  values: {auth: {rootPassword: %s}}
                """, plain(), plain(), plain());
    }

    private void values() {
        addon(
                """
                auth: &auth
                  password: %s
                again: *auth
                quoted: {adminPassword: 'it''s %s'}
                literal:
                  clientSecret: |-
                    %s
                smtp: {password: "%s"}
                bot: {apiToken: %s}
                key: {privateKey: "-----BEGIN PRIVATE KEY-----\\nMIIEvQIBADANBgkqhkiG9w0B%s\\n-----END PRIVATE KEY-----\\n"}
                account: {serviceAccountJson: %s}
                imageCredentials: {dockerconfig: '{"auths":{"r.example":{"password":"%s"}}}'}
                # token: %s
                """,
                plain(),
                plain(),
                plain(),
                json(next()),
                plain(),
                plain(),
                base64("{\"type\":\"service_account\",\"private_key\":\"" + next().replaceAll("[<&\"]", "") + "\"}"),
                plain(),
                plain());
        String last = secrets.get(secrets.size() - 3);
        secrets.set(secrets.size() - 3, last.replaceAll("[<&\"]", ""));
    }

    /** Secrets of other members, in a form or place of which nothing tells that they are. */
    private void copies() {
        String known = secrets.get(1);
        List<String> strong = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            strong.add(next());
        }
        StringBuilder keys = new StringBuilder("apiVersion: v1\nkind: Secret\nmetadata: {name: many}\nstringData:\n");
        strong.forEach(secret -> keys.append("  k")
                .append(strong.indexOf(secret))
                .append(": '")
                .append(secret)
                .append("'\n"));
        members.add(Manifest.builder().name("many").content(keys.toString()).build());
        manifest(
                "copies",
                """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: copies
                  labels: {rev: '%s'}
                data:
                  '%s': in a key
                  base64: %s
                  shifted: %s
                  hex: %s
                  url: %s
                  xml: '%s'
                  gzip: %s
                  twice: %s
                  windows: %s
                """,
                strong.get(0).replace("'", "''"),
                strong.get(1),
                base64(strong.get(2)),
                base64("a" + strong.get(3)),
                HexFormat.of().formatHex(strong.get(4).getBytes(StandardCharsets.UTF_8)),
                URLEncoder.encode(strong.get(5), StandardCharsets.UTF_8),
                numbered(strong.get(6)),
                gzip(strong.get(7)),
                base64(base64("x:" + strong.get(0))),
                Base64.getEncoder().encodeToString(known.getBytes(StandardCharsets.UTF_16LE)));
    }

    private void manifest(String name, String content, String... planted) {
        members.add(Manifest.builder()
                .name(name)
                .content(content.formatted((Object[]) planted))
                .build());
    }

    private void addon(String values, String... planted) {
        members.add(Addon.builder()
                .name("chart")
                .chartName("chart")
                .chartVersion("1.0.0")
                .repositoryUrl("https://bot:" + plain() + "@charts.example/stable")
                .values(values.formatted((Object[]) planted))
                .build());
    }

    private static String json(String text) {
        return text.replace("\"", "\\\"").replace("<", "\\u003c").replace("&", "\\u0026");
    }

    private static String xml(String text) {
        return text.replace("&", "&amp;").replace("<", "&#60;").replace("\"", "&quot;");
    }

    private static String numbered(String text) {
        StringBuilder out = new StringBuilder();
        text.chars()
                .forEach(unit ->
                        out.append("&#x").append(Integer.toHexString(unit)).append(';'));
        return out.toString();
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** The stack's variables; one is a secret. */
    Map<String, String> variables() {
        return Map.of("REGION", "eu-north-1", "DB_PASSWORD", plain());
    }
}

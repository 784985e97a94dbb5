package io.stackprofile.core.internal.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.stackprofile.Limits;
import io.stackprofile.capture.Redaction;
import io.stackprofile.core.internal.redact.rule.Knowledge;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RedactorTest {

    @Test
    void aSecretsValuesBecomeEncodedPlaceholdersNamedAfterTheObject() {
        RedactedStack redacted = redact(manifest("secrets", """
                apiVersion: v1
                kind: Secret
                metadata:
                  name: db-credentials
                data:
                  password: cTdWdzlYbFIyazVQ    # rotated in spring
                stringData:
                  apiKey: "Zk8vN2pQ4xT6wL1y"
                """));

        assertThat(text(redacted, "secrets")).isEqualTo("""
                apiVersion: v1
                kind: Secret
                metadata:
                  name: db-credentials
                data:
                  password: ${{ parameters.db_credentials_password | base64 }}    # rotated in spring
                stringData:
                  apiKey: "${{ parameters.db_credentials_api_key }}"
                """);
        assertThat(redacted.parameters())
                .extracting(Parameter::name, Parameter::type, Parameter::required)
                .containsExactly(
                        tuple("db_credentials_password", ParameterType.SECRET, true),
                        tuple("db_credentials_api_key", ParameterType.SECRET, true));
        assertThat(redacted.redactions().get(0).location().describe())
                .isEqualTo("manifest/secrets, /data/password, line 6");
    }

    @Test
    void helmValuesAreNamedByTheirPath() {
        RedactedStack redacted = redact(addon("kube-prometheus-stack", """
                grafana:
                  adminPassword: gFCzeU6LH90oIWSWCGf
                  admin: {existingSecret: "", passwordKey: admin-password, userPassword: b0PdQPeoVqTOAorhrEME}
                """));

        assertThat(text(redacted, "kube-prometheus-stack")).isEqualTo("""
                grafana:
                  adminPassword: ${{ parameters.grafana_admin_password }}
                  admin: {existingSecret: "", passwordKey: admin-password, userPassword: "${{ parameters.grafana_admin_user_password | typed }}"}
                """);
    }

    @Test
    void embeddedTextKeepsEverythingButTheSecretsSpan() {
        RedactedStack redacted = redact(manifest("config", """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: app-config}
                data:
                  cache.properties: |
                    # read by the cache
                    cache.url=redis://app:X6kyk5GHBxXcVKjl3TwytlY3@cache:6379/2
                    cache.password.file=/run/secrets/cache/password
                  oauth.json: |
                    {"clientId": "web", "clientSecret": "eoUh0MFdGPghWmzZ", "tokenTTL": "15m"}
                  notify.yaml: |
                    smtp:
                      smtp_auth_password: 'q8c16lzZsFWbxheXgCb7q'
                """));

        assertThat(text(redacted, "config")).isEqualTo("""
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: app-config}
                data:
                  cache.properties: |
                    # read by the cache
                    cache.url=redis://app:${{ parameters.app_config_cache_url_password | urlencode }}@cache:6379/2
                    cache.password.file=/run/secrets/cache/password
                  oauth.json: |
                    {"clientId": "web", "clientSecret": "${{ parameters.app_config_client_secret | jsontext }}", "tokenTTL": "15m"}
                  notify.yaml: |
                    smtp:
                      smtp_auth_password: '${{ parameters.app_config_smtp_auth_password }}'
                """);
    }

    @Test
    void theSameSecretElsewhereGetsTheSameParameter() {
        RedactedStack redacted = redact(manifest("a", """
                        kind: ConfigMap
                        apiVersion: v1
                        metadata: {name: reports}
                        data:
                          note: w4hdzWnh0wPLTaWs11tO3V   # w4hdzWnh0wPLTaWs11tO3V again
                          encoded: dzRoZHpXbmgwd1BMVGFXczExdE8zVg==
                        """), manifest("b", """
                        kind: Secret
                        apiVersion: v1
                        metadata: {name: tracking-db}
                        data:
                          password: dzRoZHpXbmgwd1BMVGFXczExdE8zVg==
                        """));

        assertThat(text(redacted, "a"))
                .contains("note: ${{ parameters.reports_note }}   # [redacted] again")
                .contains("encoded: ${{ parameters.reports_note | base64 }}");
        assertThat(text(redacted, "b")).contains("password: ${{ parameters.reports_note | base64 }}");
        assertThat(redacted.parameters()).hasSize(1);
    }

    @Test
    void weakValuesAreRedactedInPlaceAndNeverSearchedForOrShared() {
        RedactedStack redacted = redact(manifest("a", """
                kind: Pod
                apiVersion: v1
                metadata: {name: web, labels: {note: changeme}}
                spec:
                  containers:
                    - name: one
                      env:
                        - {name: ADMIN_PASSWORD, value: changeme}
                        - {name: ROOT_PASSWORD, value: changeme}
                """));

        assertThat(text(redacted, "a")).contains("labels: {note: changeme}");
        assertThat(redacted.parameters())
                .extracting(Parameter::name)
                .containsExactly("web_admin_password", "web_root_password");
        assertThat(redacted.redactions()).allMatch(Redaction::sweepExempt);
    }

    @Test
    void aParameterWhoseDefaultIsACredentialBecomesARequiredSecret() {
        Parameter given = Parameter.builder()
                .name("smtp_password")
                .type(ParameterType.STRING)
                .defaultValue(ParameterValue.of("b0PdQPeoVqTOAorhrEME"))
                .title("Mail password")
                .build();
        RedactedStack redacted = new Redactor(Knowledge.builtIn(), Limits.defaults())
                .redact(
                        stack(manifest("a", "kind: ConfigMap\napiVersion: v1\ndata: {x: b0PdQPeoVqTOAorhrEME}\n")),
                        List.of(given),
                        RedactionContext.none());

        assertThat(redacted.parameters())
                .containsExactly(Parameter.builder()
                        .name("smtp_password")
                        .type(ParameterType.SECRET)
                        .title("Mail password")
                        .required(true)
                        .build());
        assertThat(text(redacted, "a")).contains("{x: \"${{ parameters.smtp_password | typed }}\"}");
    }

    @Test
    void declaredEncryptedPathsAreSecretsEvenInTheOpen() {
        Addon addon = addon("grafana", "env:\n  MAIL: plainwords\n  OTHER: another\n");
        RedactionContext context = RedactionContext.builder()
                .putAllEncryptedPaths(Map.of(addon.ref(), List.of("env.MAIL")))
                .build();
        RedactedStack redacted =
                new Redactor(Knowledge.builtIn(), Limits.defaults()).redact(stack(addon), List.of(), context);

        assertThat(text(redacted, "grafana")).isEqualTo("env:\n  MAIL: ${{ parameters.mail }}\n  OTHER: another\n");
    }

    @Test
    void aPlaceKeepsItsNameFromVersionToVersion() {
        RedactedStack first = redact(addon("redis", "auth:\n  password: 2pKVDiVCUw16CMu2fUtal3SF\n"));
        Redaction was = first.redactions().get(0);
        Redaction renamed = Redaction.builder()
                .rule(was.rule())
                .location(was.location())
                .reason(was.reason())
                .confidence(was.confidence())
                .action(was.action())
                .parameter("cache_password")
                .build();
        RedactionContext context =
                RedactionContext.builder().addAllEarlier(List.of(renamed)).build();
        RedactedStack next = new Redactor(Knowledge.builtIn(), Limits.defaults())
                .redact(stack(addon("redis", "auth:\n  password: kT7wPq2mZx9LbVc4\n")), List.of(), context);

        assertThat(text(next, "redis")).isEqualTo("auth:\n  password: ${{ parameters.cache_password }}\n");
    }

    @Test
    void aPlaceIsFoundAgainInThePreviousTemplateThoughListsAndDocumentsMoved() {
        String before = """
                apiVersion: v1
                kind: Pod
                metadata: {name: web}
                spec:
                  containers:
                    - name: web
                      env:
                        - {name: API_TOKEN, value: "${{ parameters.partner_token }}"}
                """;
        String after = """
                apiVersion: v1
                kind: Namespace
                metadata: {name: shop}
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: web}
                spec:
                  containers:
                    - name: side
                      image: nginx
                    - name: web
                      env:
                        - {name: TZ, value: UTC}
                        - {name: API_TOKEN, value: kT7wPq2mZx9LbVc4}
                """;
        RedactionContext context = RedactionContext.builder()
                .previous(stack(manifest("web", before)))
                .build();
        RedactedStack next = new Redactor(Knowledge.builtIn(), Limits.defaults())
                .redact(stack(manifest("web", after)), List.of(), context);

        assertThat(text(next, "web")).contains("{name: API_TOKEN, value: \"${{ parameters.partner_token | typed }}\"}");
    }

    @Test
    void collidingNamesAreLengthenedAlike() {
        RedactedStack redacted = redact(
                addon("redis", "auth:\n  password: 2pKVDiVCUw16CMu2fUtal3SF\n"),
                addon("postgresql", "auth:\n  password: 9fKqVxPw27CMu2fUtal3SAb\n"));

        assertThat(redacted.parameters())
                .extracting(Parameter::name)
                .containsExactly("redis_auth_password", "postgresql_auth_password");
    }

    @Test
    void secretsInCommentsAreMaskedAndKeysThatWereCommentedOutToo() {
        RedactedStack redacted = redact(addon("web", """
                # adminPassword: kT7wPq2mZx9LbVc4
                # a token is needed here, see the handbook
                tls: {}
                #  key: |
                #    -----BEGIN RSA PRIVATE KEY-----
                #    MIIEowIBAAKCAQEAVdIROCL0RQ8EL
                #    Hq75IBySuY5jIOqTv7gFCzeU6LH90
                #    -----END RSA PRIVATE KEY-----
                """));

        assertThat(text(redacted, "web")).isEqualTo("""
                # adminPassword: [redacted]
                # a token is needed here, see the handbook
                tls: {}
                #  key: |
                #    -----BEGIN RSA PRIVATE KEY-----
                #    [redacted]
                #    [redacted]
                #    -----END RSA PRIVATE KEY-----
                """);
        assertThat(redacted.parameters()).isEmpty();
        assertThat(redacted.redactions()).extracting(Redaction::action).containsOnly(Redaction.Action.MASKED);
    }

    @Test
    void whatLooksLikeASecretAndIsNoneStays() {
        Member member = manifest("web", """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: web
                  annotations:
                    checksum/secrets: e71fc7fb7ab55140073e57340d1fa157d17ad04956c482f06e76282bd9e0df42
                    nginx.ingress.kubernetes.io/auth-secret: tracking-admin-htpasswd
                spec:
                  imagePullSecrets: [{name: northwind-registry}]
                  containers:
                    - name: web
                      image: nginx@sha256:6c717d69c5116fd6dfc3a0b95230d97928351bad5c9bb14215995db2a0f8a0a4
                      args: [--token-ttl=15m, --password-file=/run/secrets/pw, "--db-password=$(DB_PASSWORD)"]
                      env:
                        - {name: KEYSTORE_PASSWORD_FILE, value: /run/secrets/keystore-password}
                        - name: DB_PASS
                          valueFrom: {secretKeyRef: {name: tracking-db, key: password}}
                        - {name: SEALED_PASSWORD, value: "ENC[AES256_GCM,data:izh3rbmb,iv:ziN/CFD7,tag:CSMP,type:str]"}
                        - {name: FILLED_TOKEN, value: "${{ parameters.token }}"}
                  volumes:
                    - name: tls
                      secret: {secretName: web-tls}
                """);

        RedactedStack redacted = redact(member);

        assertThat(redacted.redactions()).isEmpty();
        assertThat(redacted.spec().members().get(0)).isSameAs(member);
    }

    static RedactedStack redact(Member... members) {
        return new Redactor(Knowledge.builtIn(), Limits.defaults())
                .redact(stack(members), List.of(), RedactionContext.none());
    }

    static StackSpec stack(Member... members) {
        return StackSpec.of(Optional.empty(), List.of(members));
    }

    static Manifest manifest(String name, String text) {
        return Manifest.builder().name(name).content(text).build();
    }

    static Addon addon(String name, String values) {
        return Addon.builder()
                .name(name)
                .chartName(name)
                .chartVersion("1.0.0")
                .values(values)
                .build();
    }

    static String text(RedactedStack redacted, String name) {
        return redacted.spec()
                .find(MemberRef.manifest(name))
                .or(() -> redacted.spec().find(MemberRef.addon(name)))
                .flatMap(Member::text)
                .orElseThrow();
    }
}

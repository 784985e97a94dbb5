package io.stackprofile.cluster.kubernetes.internal.commit;

import static io.stackprofile.cluster.kubernetes.internal.commit.Bench.manifest;
import static io.stackprofile.cluster.kubernetes.internal.commit.Bench.statuses;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stackprofile.cluster.kubernetes.internal.api.Json;
import io.stackprofile.instantiation.MemberOutcome.Status;
import io.stackprofile.spi.cluster.CommitPreview;
import io.stackprofile.spi.cluster.CommitReport;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.Member;
import io.stackprofile.test.kubernetes.Fault;
import io.stackprofile.testkit.StackProfileAssertions;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SecretCommitTest {

    private static final String CANARY = "Zq7\"wN\\4,{tR}'m:9 #kLp\n2ä";
    private static final String SECOND = "b8Hx-second-canary-Vw31";
    private static final List<String> CANARIES = List.of(CANARY, SECOND);

    private static final Member SECRET = manifest("db", """
            apiVersion: v1
            kind: Secret
            metadata:
              name: db
              annotations: {note: kept}
            data:
              encoded: ${{ parameters.pw | base64 }}
            stringData:
              plain: ${{ parameters.pw }}
              config.json: |
                {"password": ${{ parameters.pw | json }}, "text": "a ${{ parameters.pw | jsontext }} b"}
              url: "postgres://app:${{ parameters.pw | urlencode }}@db/${{ parameters.second }}"
              folded: >-
                one ${{ parameters.second }}
                two
            """);
    private static final Member ANCHORED = manifest("env", """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: env}
            data:
              one: &pw ${{ parameters.second }}
              two: *pw
            """);

    private final Bench bench = Bench.start();

    @BeforeEach
    void secrets() {
        bench.secret("pw", CANARY).secret("second", SECOND);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void secretsArriveToTheCharacterInEveryEncoding() {
        bench.commit(SECRET, ANCHORED);

        JsonNode data = bench.object("v1", "Secret", "db").path("data");
        assertThat(decoded(data, "encoded")).isEqualTo(CANARY);
        assertThat(decoded(data, "plain")).isEqualTo(CANARY);
        JsonNode config = Json.read(decoded(data, "config.json")).orElseThrow();
        assertThat(config.path("password").asText()).isEqualTo(CANARY);
        assertThat(config.path("text").asText()).isEqualTo("a " + CANARY + " b");
        assertThat(decoded(data, "url"))
                .isEqualTo("postgres://app:Zq7%22wN%5C4%2C%7BtR%7D%27m%3A9%20%23kLp%0A2%C3%A4@db/" + SECOND);
        assertThat(decoded(data, "folded")).isEqualTo("one " + SECOND + " two");
        assertThat(bench.object("v1", "Secret", "db").has("stringData")).isFalse();
        assertThat(bench.object("v1", "ConfigMap", "env").at("/data/two").asText())
                .isEqualTo(SECOND);
    }

    private static String decoded(JsonNode data, String key) {
        return new String(Base64.getDecoder().decode(data.path(key).asText()), StandardCharsets.UTF_8);
    }

    @Test
    void theSameSecretIsUnchangedAndAnotherIsUpdated() {
        bench.commit(SECRET, ANCHORED);
        assertThat(statuses(bench.commit(SECRET, ANCHORED)))
                .isEqualTo(Map.of("manifest/db", Status.UNCHANGED, "manifest/env", Status.UNCHANGED));

        bench.secret("second", "rotated-canary-8813");

        assertThat(statuses(bench.commit(SECRET, ANCHORED)))
                .isEqualTo(Map.of("manifest/db", Status.UPDATED, "manifest/env", Status.UPDATED));
    }

    @Test
    void aKeyThatASecretNoLongerHasIsRemoved() {
        bench.commit(SECRET);

        bench.commit(manifest("db", "apiVersion: v1\nkind: Secret\nmetadata: {name: db}\nstringData: {plain: 'x'}\n"));

        assertThat(bench.object("v1", "Secret", "db").path("data").size()).isEqualTo(1);
    }

    @Test
    void aPreviewAsksForNoSecretAndFindsNothingChangedWhereNothingIs() {
        CommitPreview before = bench.preview(SECRET, ANCHORED);
        assertThat(statuses(before.report()))
                .isEqualTo(Map.of("manifest/db", Status.CREATED, "manifest/env", Status.CREATED));
        assertReferences(before);

        bench.commit(SECRET, ANCHORED);
        CommitPreview after = bench.preview(SECRET, ANCHORED);

        assertThat(statuses(after.report()))
                .isEqualTo(Map.of("manifest/db", Status.UNCHANGED, "manifest/env", Status.UNCHANGED));
        assertReferences(after);
    }

    private static void assertReferences(CommitPreview preview) {
        JsonNode secret = Json.read(preview.spec().manifests().get(0).content()).orElseThrow();
        assertThat(secret.at("/data/encoded").asText()).isEqualTo("${{ parameters.pw | base64 }}");
        assertThat(decoded(secret.path("data"), "plain")).isEqualTo("${{ parameters.pw }}");
        assertThat(decoded(secret.path("data"), "folded")).isEqualTo("one ${{ parameters.second }} two");
        preview.spec().manifests().stream()
                .map(Manifest::content)
                .forEach(text -> StackProfileAssertions.assertAbsent("the preview", text, CANARIES));
    }

    @Test
    void nothingThatIsSaidHoldsASecret() {
        Member typo = manifest(
                "typo",
                ((Manifest) SECRET).content().replace("name: db", "name: typo").replace("type:", "")
                        + "unknown: ${{ parameters.pw }}\n");
        Member label = manifest("label", """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: label
                  labels: {token: "${{ parameters.pw }}"}
                """);
        Member illegal = manifest("illegal", """
                apiVersion: v1
                kind: Secret
                metadata: {name: illegal}
                data: {token: "${{ parameters.pw }}"}
                """);
        Member named = manifest("named", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: '${{ parameters.pw }}'}\n");
        bench.commit(SECRET, ANCHORED);
        bench.server.edit(
                "someone",
                "v1",
                "ConfigMap",
                "shop",
                "env",
                object -> ((tools.jackson.databind.node.ObjectNode) object.at("/data")).put("one", SECOND + "x"));

        CommitReport report = bench.commit(SECRET, ANCHORED, typo, label, illegal, named);

        assertThat(report.members())
                .filteredOn(outcome -> outcome.status() == Status.FAILED)
                .hasSizeGreaterThanOrEqualTo(4);
        StackProfileAssertions.assertAbsent("the report", report.toString(), CANARIES);
        report.members()
                .forEach(outcome -> StackProfileAssertions.assertAbsent(
                        "an outcome", outcome + outcome.message().orElse("") + outcome.conflicts(), CANARIES));
    }

    @Test
    void whatTheServerSaysIsNotRepeatedHoweverItAnswers() {
        bench.commit(SECRET);
        for (int status : List.of(400, 401, 403, 404, 405, 409, 413, 415, 422, 429, 500, 503)) {
            bench.server.inject(
                    Fault.status(status, request -> request.isApply()).times(4));
            CommitReport report = bench.commit(SECRET);
            bench.server.mend();
            StackProfileAssertions.assertAbsent("an answer of " + status, report.toString(), CANARIES);
            assertThat(report.complete()).as("an answer of " + status).isFalse();
        }
    }

    @Test
    void valuesThatStandInOpenAreNoMarks() {
        bench.commit(SECRET);

        JsonNode secret = bench.object("v1", "Secret", "db");
        ObjectNode open = secret.deepCopy();
        open.remove("data");
        StackProfileAssertions.assertAbsent("labels, annotations and managed fields", open.toString(), CANARIES);
    }
}

package io.stackprofile.cluster.kubernetes.internal.helm;

import static io.stackprofile.cluster.kubernetes.internal.helm.ReleaseRecords.base64;
import static io.stackprofile.cluster.kubernetes.internal.helm.ReleaseRecords.configMap;
import static io.stackprofile.cluster.kubernetes.internal.helm.ReleaseRecords.gzip;
import static io.stackprofile.cluster.kubernetes.internal.helm.ReleaseRecords.record;
import static io.stackprofile.cluster.kubernetes.internal.helm.ReleaseRecords.release;
import static io.stackprofile.cluster.kubernetes.internal.helm.ReleaseRecords.secret;
import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stackprofile.cluster.kubernetes.internal.find.ReleaseName;
import io.stackprofile.error.Finding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReleasesTest {

    private static final int LIMIT = 1 << 20;
    private static final String CANARY = "c4nary-p4ssw0rd-7731";
    private static final String CONFIG = "{\"auth\":{\"password\":\"" + CANARY + "\"},\"replicas\":3.0}";

    private static Releases read(JsonNode... records) {
        return Releases.of(List.of(records), LIMIT);
    }

    @Test
    void aReleaseIsItsChartAndWhatTheUserGave() {
        Releases releases = read(secret("data", "cache", 2, "deployed", CONFIG));

        assertThat(releases.findings()).isEmpty();
        assertThat(releases.deployed())
                .containsExactly(new Release(
                        new ReleaseName("data", "cache"),
                        2,
                        "valkey",
                        "0.7.2",
                        Optional.of(CONFIG),
                        Optional.empty(),
                        "uid-data-cache-2@102"));
        assertAbsent("its text", releases.toString(), List.of(CANARY));
    }

    @Test
    void aConfigMapHoldsTheSame() {
        assertThat(read(configMap("data", "cache", 2, "deployed", CONFIG)).deployed())
                .isEqualTo(read(secret("data", "cache", 2, "deployed", CONFIG)).deployed());
    }

    @Test
    void oldRecordsAreNotCompressed() {
        byte[] json = release("data", "cache", 1, "deployed", CONFIG).toString().getBytes(StandardCharsets.UTF_8);

        assertThat(read(record("ConfigMap", "data", "cache", 1, "deployed", base64(json)))
                        .deployed())
                .extracting(Release::chartVersion)
                .containsExactly("0.7.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "null"})
    void valuesThatNobodyGaveAreAbsent(String config) {
        assertThat(read(secret("data", "cache", 1, "deployed", config)).deployed())
                .extracting(Release::values)
                .containsExactly(Optional.empty());
    }

    @Test
    void theLatestDeployedRevisionCounts() {
        Releases releases = read(
                secret("data", "cache", 10, "deployed", ""),
                secret("data", "cache", 9, "superseded", ""),
                secret("data", "cache", 11, "failed", ""),
                secret("data", "cache", 12, "pending-upgrade", ""),
                secret("other", "cache", 3, "deployed", ""));

        assertThat(releases.deployed()).extracting(Release::revision).containsExactly(10, 3);
        assertThat(releases.findings()).isEmpty();
    }

    @Test
    void whatWasUninstalledIsNoneAndWhatNeverWorkedIsReported() {
        Releases releases = read(
                secret("data", "gone", 1, "superseded", ""),
                secret("data", "gone", 2, "uninstalled", ""),
                secret("data", "broken", 1, "failed", ""));

        assertThat(releases.deployed()).isEmpty();
        assertThat(releases.findings())
                .extracting(Finding::message)
                .containsExactly("Helm release data/broken has no revision that is deployed, so it is no add-on");
    }

    @Test
    void aRecordWithoutLabelsTellsTheSame() {
        ObjectNode record = secret("data", "cache", 2, "deployed", CONFIG);
        record.withObjectProperty("metadata").remove("labels");

        assertThat(read(record)).isEqualTo(read(secret("data", "cache", 2, "deployed", CONFIG)));
    }

    @Test
    void aRecordNamesItsRepositoryByAnnotation() {
        ObjectNode record = secret("data", "cache", 2, "deployed", "");
        record.withObjectProperty("metadata")
                .putObject("annotations")
                .put("stackprofile.io/repository", "https://valkey.io/valkey-helm");

        assertThat(read(record).deployed())
                .extracting(Release::repository)
                .containsExactly(Optional.of("https://valkey.io/valkey-helm"));
    }

    @Test
    void damagedRecordsAreReportedAndOthersUnaffected() {
        String json = release("data", "cache", 1, "deployed", CONFIG).toString();
        byte[] cut = java.util.Arrays.copyOf(gzip(json), 120);
        ObjectNode noChart = release("data", "e", 1, "deployed", CONFIG);
        noChart.remove("chart");
        Releases releases = read(
                secret("data", "good", 1, "deployed", ""),
                record("ConfigMap", "data", "a", 1, "deployed", CANARY + "!"),
                record("ConfigMap", "data", "b", 1, "deployed", base64(cut)),
                record("ConfigMap", "data", "c", 1, "deployed", base64(CANARY.getBytes(StandardCharsets.UTF_8))),
                record("ConfigMap", "data", "d", 1, "deployed", base64(gzip("x".repeat(LIMIT + 1)))),
                record("ConfigMap", "data", "e", 1, "deployed", base64(gzip(noChart.toString()))),
                record("Secret", "data", "f", 1, "deployed", base64(CANARY.getBytes(StandardCharsets.UTF_8))),
                record("ConfigMap", "data", "g", 1, "deployed", ""),
                record("ConfigMap", "data", "h", 1, "deployed", base64(gzip("[".repeat(5_000)))));

        assertThat(releases.deployed()).extracting(Release::name).containsExactly(new ReleaseName("data", "good"));
        assertThat(releases.findings())
                .extracting(Finding::message)
                .containsExactly(
                        unreadable("ConfigMap", "a", "is not base64"),
                        unreadable("ConfigMap", "b", "is not whole: its compressed content is damaged"),
                        unreadable("ConfigMap", "c", "does not hold JSON, or holds it too deep"),
                        unreadable("ConfigMap", "d", "has more than 1048576 bytes uncompressed"),
                        unreadable("ConfigMap", "e", "has no chart.metadata.name"),
                        unreadable("Secret", "f", "is not base64"),
                        unreadable("ConfigMap", "g", "has no data under 'release'"),
                        unreadable("ConfigMap", "h", "does not hold JSON, or holds it too deep"));
        assertAbsent("the findings", releases.toString(), List.of(CANARY));
    }

    private static String unreadable(String kind, String name, String problem) {
        return "Helm release record " + kind + " data/sh.helm.release.v1." + name + ".v1 cannot be read: it " + problem;
    }
}

package io.stackprofile.core;

import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.capture.CaptureReport;
import io.stackprofile.capture.CaptureRequest;
import io.stackprofile.capture.Cleaning;
import io.stackprofile.capture.LeftOut;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.spi.cluster.StackSnapshot;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A capture of what an API server returned: cleaned, ordered, redacted, and nothing of it twice. */
class LiveCaptureTest {

    private static final String PASSWORD = "zq7-Wacholder-Nordlicht-55";
    private static final String TOKEN = "zq8-Holunder-Polarstern-77";
    private static final List<String> CANARIES = List.of(PASSWORD, TOKEN);
    private static final LeftOut REPLICAS = new LeftOut(
            "owned-by-controller",
            "apps/v1",
            "ReplicaSet",
            Optional.of("shop"),
            "web-7d9f",
            "Its Deployment makes it.");

    private final EngineFixture fixture = new EngineFixture();

    LiveCaptureTest() {
        fixture.prod.put(snapshot());
    }

    @Test
    void whatTheServerWroteIsGoneAndTheReportSaysWhy() {
        ProfileVersion version = capture("live");

        assertThat(text(version, "secret")).isEqualTo("""
                apiVersion: v1
                kind: Secret
                metadata:
                  name: db
                  namespace: shop
                stringData:
                  password: ${{ parameters.db_password }}
                """);
        assertThat(version.report().cleanings())
                .extracting(Cleaning::rule)
                .contains("last-applied-configuration", "secret-string-data", "uid", "namespace-finalizers");
        assertThat(version.report().leftOut()).containsExactly(REPLICAS);
        assertThat(version.report().roundTrip().orElseThrow().residuals()).isEmpty();
    }

    @Test
    void membersWithoutParentsGetThoseTheirObjectsName() {
        ProfileVersion version = capture("live");

        assertThat(version.spec()
                        .find(MemberRef.manifest("secret"))
                        .orElseThrow()
                        .parents())
                .containsExactly(MemberRef.manifest("namespace"));
        assertThat(version.spec().find(MemberRef.addon("grafana")).orElseThrow().parents())
                .containsExactly(MemberRef.manifest("namespace"));
    }

    @Test
    void anAddOnsValuesAreYaml() {
        ProfileVersion version = capture("live");

        assertThat(version.spec()
                        .find(MemberRef.addon("grafana"))
                        .orElseThrow()
                        .text()
                        .orElseThrow())
                .startsWith("replicas: 2\nadminPassword: ${{ parameters.");
    }

    @Test
    void noSecretComesOutAnywhere() {
        ProfileVersion version = capture("live");
        CaptureReport inspected = inspect();

        assertAbsent("the version", version.toString(), CANARIES);
        version.spec()
                .members()
                .forEach(member -> assertAbsent("a member", member.text().orElse(""), CANARIES));
        assertAbsent("the report", version.report().toString(), CANARIES);
        assertAbsent("the inspection", inspected.toString(), CANARIES);
        assertAbsent(
                "the export",
                fixture.acme().profiles().exportIac(version.profileId(), 1).content(),
                CANARIES);
    }

    @Test
    void theSameCaptureTwiceIsTheSameVersion() {
        assertThat(capture("one").digest()).isEqualTo(capture("two").digest());
    }

    @Test
    void whatWasStoredTellsWhatWasLeftOut() {
        ProfileVersion version = capture("live");

        assertThat(fixture.acme()
                        .profiles()
                        .version(version.profileId(), 1)
                        .report()
                        .leftOut())
                .containsExactly(REPLICAS);
    }

    @Test
    void inspectingTellsTheSameCleanings() {
        CaptureReport report = inspect();

        assertThat(report.cleanings()).isEqualTo(capture("live").report().cleanings());
        assertThat(report.leftOut()).containsExactly(REPLICAS);
    }

    private ProfileVersion capture(String name) {
        return fixture.acme().profiles().capture(request(name));
    }

    private CaptureReport inspect() {
        return fixture.acme().profiles().inspect(request("any"));
    }

    private static CaptureRequest request(String name) {
        return CaptureRequest.builder()
                .name(name)
                .cluster("prod")
                .stack("live")
                .includeAddonConfigurations(true)
                .build();
    }

    private static String text(ProfileVersion version, String manifest) {
        return version.spec()
                .find(MemberRef.manifest(manifest))
                .orElseThrow()
                .text()
                .orElseThrow();
    }

    private static StackSnapshot snapshot() {
        return StackSnapshot.builder()
                .name("live")
                .spec(StackSpec.of(Optional.empty(), List.of(namespace(), secret(), grafana())))
                .live(true)
                .addLeftOut(REPLICAS)
                .fingerprint("f1")
                .build();
    }

    private static Manifest namespace() {
        return Manifest.builder()
                .name("namespace")
                .content("{\"apiVersion\":\"v1\",\"kind\":\"Namespace\",\"metadata\":{\"name\":\"shop\",\"uid\":\"1\"},"
                        + "\"spec\":{\"finalizers\":[\"kubernetes\"]}}")
                .build();
    }

    private static Manifest secret() {
        String applied =
                ("{'apiVersion':'v1','kind':'Secret','metadata':{'annotations':{},'name':'db','namespace':'shop'},"
                                + "'stringData':{'password':'" + PASSWORD + "'}}")
                        .replace('\'', '"');
        String encoded = Base64.getEncoder().encodeToString(PASSWORD.getBytes(StandardCharsets.UTF_8));
        return Manifest.builder()
                .name("secret")
                .content(("{'apiVersion':'v1','kind':'Secret','type':'Opaque','data':{'password':'" + encoded
                                        + "'},'metadata':{'name':'db','namespace':'shop','uid':'2','annotations':{"
                                        + "'kubectl.kubernetes.io/last-applied-configuration':'")
                                .replace('\'', '"')
                        + applied.replace("\"", "\\\"") + "\"}}}")
                .build();
    }

    private static Addon grafana() {
        return Addon.builder()
                .name("grafana")
                .chartName("grafana")
                .chartVersion("8.0.0")
                .namespace("shop")
                .values("{\"replicas\":2,\"adminPassword\":\"" + TOKEN + "\"}")
                .build();
    }
}

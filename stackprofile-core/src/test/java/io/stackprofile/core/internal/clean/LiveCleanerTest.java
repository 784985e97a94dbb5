package io.stackprofile.core.internal.clean;

import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;
import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.tree.TreeJson;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Finding;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Manifest;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlTree;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LiveCleanerTest {

    private static final List<String> CANARIES =
            List.of("kestrel-canary-41", "other-canary-7", "canary-8", "other-canary-9");

    static Stream<String> fixtures() {
        return LiveFixtures.names().stream();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void aLiveObjectBecomesWhatSomebodyWouldApply(String name) {
        Cleaned cleaned = LiveCorpus.clean(LiveFixtures.live(name));

        assertThat(cleaned.member().text()).hasValue(LiveFixtures.expected(name));
        assertThat(cleaned.cleanings())
                .extracting(cleaning ->
                        cleaning.rule() + " " + cleaning.location().path().orElseThrow())
                .containsExactlyElementsOf(LiveFixtures.rules(name));
        assertAbsent("the report", cleaned.cleanings() + " " + cleaned.warnings() + cleaned, CANARIES);
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void whatWasCleanedIsCleanAlready(String name) {
        String once = LiveFixtures.expected(name);

        Cleaned twice = LiveCorpus.clean(once);

        assertThat(twice.member().text()).hasValue(once);
        assertThat(twice.cleanings()).isEmpty();
        assertThat(twice.warnings()).isEmpty();
    }

    @Test
    void thereAreFixturesOfEveryKindOfEvidence() {
        assertThat(LiveFixtures.names()).hasSizeGreaterThanOrEqualTo(40);
    }

    @Test
    void documentsAreCleanedOneByOneAndNamedInTheReport() {
        String live = LiveFixtures.live("namespace") + "---\n" + LiveFixtures.live("service-headless");

        Cleaned cleaned = LiveCorpus.clean(live);

        assertThat(cleaned.member().text())
                .hasValue(LiveFixtures.expected("namespace") + "---\n" + LiveFixtures.expected("service-headless"));
        assertThat(cleaned.cleanings())
                .filteredOn(cleaning -> cleaning.rule().equals("cluster-ip"))
                .extracting(cleaning -> cleaning.location().document().orElseThrow())
                .containsExactly(1);
    }

    @Test
    void theItemsOfAListAreCleaned() {
        String list = "{\"apiVersion\":\"v1\",\"kind\":\"List\",\"metadata\":{},\"items\":["
                + TreeJson.of(LiveCorpus.tree(LiveFixtures.live("service-cluster-ip"))) + "]}";

        Cleaned cleaned = LiveCorpus.clean(list);

        assertThat(cleaned.member().text().orElseThrow()).doesNotContain("10.96.14.7");
        assertThat(cleaned.cleanings())
                .extracting(cleaning -> cleaning.location().path().orElseThrow())
                .contains("/items/0/spec/clusterIP", "/items/0/metadata/uid");
    }

    @Test
    void anObjectOfTheDefaultNamespaceNamesNoneAndItsMemberDoes() {
        Cleaned cleaned = LiveCorpus.clean(LiveFixtures.live("default-namespace"));

        assertThat(cleaned.member().namespace()).hasValue("default");
    }

    @Test
    void theDefaultNamespaceIsKeptWhereTheMemberGoesElsewhere() {
        Manifest member = Manifest.builder()
                .name("settings")
                .namespace("shop")
                .content(LiveFixtures.live("default-namespace"))
                .build();

        assertThat(LiveCleaner.clean(member, Limits.defaults()).member().text().orElseThrow())
                .contains("  namespace: default\n");
    }

    @Test
    void evidenceThatDoesNotTellIsReportedByPlaceAndNotUsed() {
        List<Finding> warnings =
                LiveCorpus.clean(LiveFixtures.live("bad-evidence")).warnings();

        assertThat(warnings)
                .extracting(Finding::code)
                .containsExactly("unusable-last-applied", "unusable-managed-fields");
        assertThat(warnings)
                .extracting(warning -> warning.location().describe())
                .containsOnly("manifest/recorded");
    }

    @Test
    void anAddOnsValuesBecomeYamlWithEveryTypeAndDigit() {
        String json =
                "{\"replicas\":2,\"ratio\":1.50,\"huge\":123456789012345678901,\"on\":\"yes\",\"script\":\"a\\nb\\n\","
                        + "\"none\":null,\"status\":{\"a\":[]}}";
        Addon addon = Addon.builder()
                .name("grafana")
                .chartName("grafana")
                .chartVersion("1.0.0")
                .values(json)
                .build();

        Cleaned cleaned = LiveCleaner.clean(addon, Limits.defaults());

        assertThat(cleaned.member().text()).hasValue("""
                replicas: 2
                ratio: 1.50
                huge: 123456789012345678901
                "on": "yes"
                script: |
                  a
                  b
                none: null
                status:
                  a: []
                """);
        assertThat(cleaned.cleanings()).isEmpty();
    }

    @Test
    void whatThisLibraryAppliedIsBetterEvidenceThanTheObjectsOwn() {
        String text = """
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata:
                  name: web
                  namespace: shop
                spec:
                  podSelector: {}
                  ingress:
                    - ports:
                        - port: 80
                """;
        Manifest applied = Manifest.builder().name("web").content(text).build();
        Manifest live = Manifest.builder().name("web").content("""
                        {"apiVersion": "networking.k8s.io/v1", "kind": "NetworkPolicy",
                         "metadata": {"name": "web", "namespace": "shop", "uid": "1", "managedFields": [
                          {"manager": "stackprofile", "operation": "Apply", "apiVersion": "networking.k8s.io/v1",
                           "fieldsV1": {"f:spec": {"f:podSelector": {}, "f:ingress": {}}}}]},
                         "spec": {"podSelector": {}, "policyTypes": ["Ingress"],
                                  "ingress": [{"ports": [{"port": 80, "protocol": "TCP"}]}]}}
                        """).build();

        String byItself =
                LiveCleaner.clean(live, Limits.defaults()).member().text().orElseThrow();
        String known = LiveCleaner.clean(live, applied, Limits.defaults())
                .member()
                .text()
                .orElseThrow();

        assertThat(byItself).contains("protocol: TCP");
        assertThat(known).isEqualTo(text);
    }

    @Test
    void anObjectThatWasAppliedWithoutANamespaceNamesNone() {
        String text = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndata:\n  b: c\n";
        Manifest applied =
                Manifest.builder().name("a").namespace("staging").content(text).build();
        Manifest live = Manifest.builder()
                .name("a")
                .content(text.replace("  name: a\n", "  name: a\n  uid: \"1\"\n  namespace: staging\n"))
                .build();

        Cleaned cleaned = LiveCleaner.clean(live, applied, Limits.defaults());

        assertThat(cleaned.member().text()).hasValue(text);
        assertThat(cleaned.member().namespace()).hasValue("staging");
    }

    @Test
    void aLastAppliedAnnotationNeverStays() {
        String json = "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"a\",\"annotations\":{"
                + "\"kubectl.kubernetes.io/last-applied-configuration\":\"kestrel-canary-41\"}}}";

        Cleaned cleaned = LiveCorpus.clean(json);

        assertAbsent("the text", cleaned.member().text().orElseThrow(), CANARIES);
        assertThat(cleaned.warnings()).extracting(Finding::code).containsExactly("unusable-last-applied");
    }

    @Test
    void aTextThatIsNoJsonIsRefusedWithoutItsContent() {
        StackProfileException refused =
                assertFails(ErrorCode.MALFORMED, () -> LiveCorpus.clean("{\"data\": {\"a\": \"kestrel-canary-41\""));

        assertAbsent(refused, CANARIES);
        assertThat(refused.getMessage()).contains("manifest/recorded");
    }

    @Test
    void everyValueOfJsonReadsBackAsItWas() {
        String json = LiveFixtures.live("custom-resource");
        Object cleaned = YamlTree.of(
                YamlFile.parse(LiveCorpus.clean(json).member().text().orElseThrow())
                        .documents()
                        .get(0)
                        .at("/spec")
                        .orElseThrow());

        assertThat(cleaned).isEqualTo(LiveCorpus.tree(json).get("spec"));
    }
}

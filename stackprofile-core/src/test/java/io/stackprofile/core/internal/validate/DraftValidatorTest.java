package io.stackprofile.core.internal.validate;

import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.redact.Redactor;
import io.stackprofile.core.internal.redact.rule.Knowledge;
import io.stackprofile.error.Finding;
import io.stackprofile.error.Severity;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.testkit.fixture.StackBuilder;
import io.stackprofile.testkit.fixture.StackFixtures;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DraftValidatorTest {

    @Test
    void everyFaultOfAStackIsFoundAtOnceWithItsPlace() {
        StackSpec spec = StackBuilder.stack()
                .manifest("values", "replicas: 2\n---\n- 1\n---\n")
                .after("manifest/gone", "addon/lost")
                .manifest("half", "kind: ConfigMap\nmetadata: {name: a}\n---\napiVersion: v1\nkind: 3\n")
                .manifest("names", """
                        apiVersion: v1
                        kind: Namespace
                        metadata: {name: a.b}
                        ---
                        apiVersion: v1
                        kind: ConfigMap
                        metadata:
                          name: Big_One
                          namespace: far
                        ---
                        apiVersion: v1
                        kind: Service
                        metadata: {}
                        ---
                        apiVersion: acme.dev/v1
                        kind: Feed
                        metadata: {generateName: a-}
                        """)
                .manifest("again", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: Big_One, namespace: far}\n")
                .build();

        assertThat(shown(spec))
                .containsExactly(
                        "ERROR unknown-parent manifest/values",
                        "ERROR unknown-parent manifest/values",
                        "ERROR not-an-object manifest/values, line 1",
                        "ERROR not-an-object manifest/values, document 2, line 3",
                        "ERROR not-an-object manifest/half, line 1",
                        "ERROR not-an-object manifest/half, document 2, /kind, line 5",
                        "ERROR invalid-object-name manifest/names, /metadata/name, line 3",
                        "ERROR invalid-object-name manifest/names, document 2, /metadata/name, line 8",
                        "ERROR unnamed-object manifest/names, document 3, line 11",
                        "WARNING generated-name manifest/names, document 4, line 15",
                        "ERROR invalid-object-name manifest/again, /metadata/name, line 3",
                        "ERROR duplicate-object manifest/again, line 1",
                        "WARNING undeclared-namespace manifest/names, document 2, line 5",
                        "INFO undefined-kind manifest/names, document 4, line 15",
                        "WARNING undeclared-namespace manifest/again, line 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "4.11", "^4.11.3", "4.11.x", ">=4.11.3", "latest", ""})
    void aChartVersionThatMayMeanSeveralIsAnError(String version) {
        StackSpec spec =
                StackBuilder.stack().addon("web", version, "https://a.dev").build();

        assertThat(shown(spec)).contains("ERROR inexact-chart-version addon/web");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.11.3", "v1.17.1", "0.7.4-rc.1", "1.2.3+build.5", "${{ parameters.version }}"})
    void aChartVersionThatIsOneIsNone(String version) {
        StackSpec spec =
                StackBuilder.stack().addon("web", version, "https://a.dev").build();

        assertThat(shown(spec)).noneMatch(line -> line.contains("inexact"));
    }

    @ParameterizedTest
    @CsvSource({
        "rbac.authorization.k8s.io/v1, ClusterRole, 'system:node-reader', true",
        "v1, ConfigMap, 'system:node-reader', false",
        "v1, ConfigMap, kube-root-ca.crt, true",
        "v1, Service, 1web, false",
        "v1, Service, web.eu, false",
        "v1, ConfigMap, '${{ parameters.name }}', true",
        "v1, ConfigMap, 'x-${{ parameters.name }}', true",
        "v1, ConfigMap, true, false",
        "v1, ConfigMap, '\"true\"', true"
    })
    void namesAreWhatTheApiServerTakes(String apiVersion, String kind, String name, boolean fits) {
        StackSpec spec = StackBuilder.stack()
                .manifest("a", "apiVersion: %s\nkind: %s\nmetadata:\n  name: %s\n".formatted(apiVersion, kind, name))
                .build();

        assertThat(shown(spec).stream().noneMatch(line -> line.contains("invalid-object-name")))
                .isEqualTo(fits);
    }

    @Test
    void aWholeStackHasNoErrorButItsOpenSecret() {
        List<Finding> findings = findings(StackFixtures.platform());

        assertThat(findings)
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .extracting(Finding::code)
                .containsOnly("plaintext-secret");
        assertAbsent("the findings", findings.toString(), List.of(StackFixtures.CANARY));
    }

    @Test
    void findingsRepeatNothingOfTheContent() {
        String planted = "Marble-Otter.40771x";
        StackSpec spec = StackBuilder.stack()
                .manifest(
                        "a",
                        "apiVersion: %1$s/v1\nkind: %1$s\nmetadata: {name: '%1$s!', namespace: %1$s}\n---\n%1$s\n"
                                .formatted(planted))
                .manifest(
                        "b",
                        "apiVersion: %1$s/v1\nkind: %1$s\nmetadata: {name: '%1$s!', namespace: %1$s}\n"
                                .formatted(planted))
                .build();

        assertThat(shown(spec)).hasSizeGreaterThan(5);
        assertAbsent("the findings", findings(spec).toString(), List.of(planted));
    }

    private static List<String> shown(StackSpec spec) {
        return findings(spec).stream()
                .map(finding -> finding.severity() + " " + finding.code() + " "
                        + finding.location().describe())
                .collect(Collectors.toList());
    }

    private static List<Finding> findings(StackSpec spec) {
        Limits limits = Limits.defaults();
        return new DraftValidator(new Redactor(Knowledge.builtIn(), limits), limits)
                .findings(spec, List.of(), List.of());
    }
}

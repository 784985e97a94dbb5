package io.stackprofile.core.internal.diff;

import static io.stackprofile.core.internal.diff.Versions.manifest;
import static io.stackprofile.core.internal.diff.Versions.stack;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.diff.Impact;
import io.stackprofile.diff.MemberDiff;
import io.stackprofile.diff.VersionDiff;
import io.stackprofile.stack.Addon;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImpactTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "apps/v1|Deployment|spec: {selector: {matchLabels: {a: x}}}|spec: {selector: {matchLabels: {a: y}}}",
                "apps/v1|StatefulSet|spec: {serviceName: a}|spec: {serviceName: b}",
                "apps/v1|StatefulSet|spec: {volumeClaimTemplates: [{a: 1}]}|spec: {volumeClaimTemplates: [{a: 2}]}",
                "batch/v1|Job|spec: {template: {a: 1}}|spec: {template: {a: 2}}",
                "v1|Service|spec: {clusterIP: None}|spec: {clusterIP: 10.0.0.1}",
                "v1|PersistentVolumeClaim|spec: {storageClassName: a}|spec: {storageClassName: b}",
                "v1|PersistentVolumeClaim|spec: {resources: {requests: {storage: 20Gi}}}"
                        + "|spec: {resources: {requests: {storage: 9Gi}}}",
                "storage.k8s.io/v1|StorageClass|provisioner: a|provisioner: b",
                "v1|Secret|{immutable: true, data: {a: YQ==}}|{immutable: true, data: {a: Yg==}}",
                "v1|ConfigMap|{immutable: true, data: {a: a}}|{immutable: true, data: {a: a, b: b}}",
                "v1|ConfigMap|{immutable: true, data: {a: a}}|{data: {a: a}}",
                "rbac.authorization.k8s.io/v1|RoleBinding|roleRef: {name: a}|roleRef: {name: b}",
                "apiextensions.k8s.io/v1|CustomResourceDefinition|spec: {scope: Namespaced}|spec: {scope: Cluster}",
                "apiextensions.k8s.io/v1|CustomResourceDefinition|spec: {versions: [{name: v1}, {name: v2}]}"
                        + "|spec: {versions: [{name: v2}]}",
                "apiextensions.k8s.io/v1|CustomResourceDefinition|spec: {versions: [{name: v1, served: true}]}"
                        + "|spec: {versions: [{name: v1, served: false}]}",
                "apps/v1|Deployment|spec: {selector: {matchLabels: {a: x}}}|{}",
            })
    void whatKubernetesDoesNotChangeInPlaceBreaks(String version, String kind, String before, String after) {
        MemberDiff diff = object(version, kind, before, after);

        assertThat(diff.impact()).isEqualTo(Impact.BREAKING);
        assertThat(diff.values())
                .filteredOn(change -> change.impact() == Impact.BREAKING)
                .isNotEmpty()
                .allSatisfy(change -> {
                    assertThat(change.verdict().rule()).isEqualTo("immutable-field");
                    assertThat(change.verdict().reason()).endsWith(".");
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "apps/v1|Deployment|spec: {replicas: 1}|spec: {replicas: 2}",
                "apps/v1|StatefulSet|spec: {replicas: 1}|spec: {replicas: 2}",
                "apps/v1|StatefulSet|spec: {template: {a: 1}}|spec: {template: {a: 2}}",
                "v1|Service|spec: {ports: [{port: 80}]}|spec: {ports: [{port: 81}]}",
                "v1|PersistentVolumeClaim|spec: {resources: {requests: {storage: 900Mi}}}"
                        + "|spec: {resources: {requests: {storage: 1Gi}}}",
                "v1|ConfigMap|data: {a: a}|data: {a: b}",
                "v1|ConfigMap|data: {a: a}|{immutable: true, data: {a: a}}",
                "example.com/v1|Deployment|spec: {selector: a}|spec: {selector: b}",
                "apiextensions.k8s.io/v1|CustomResourceDefinition|spec: {versions: [{name: v1}]}"
                        + "|spec: {versions: [{name: v1}, {name: v2}]}",
            })
    void whatItUpdatesInPlaceIsCompatible(String version, String kind, String before, String after) {
        assertThat(object(version, kind, before, after).impact()).isEqualTo(Impact.COMPATIBLE);
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.3, 2.0.0, MAJOR, BREAKING",
        "v1.17.2, v1.18.2, MINOR, COMPATIBLE",
        "4.12.1, 4.11.0, MINOR, BREAKING",
        "0.3.0, 0.4.0, MINOR, BREAKING",
        "1.2.3, 1.2.4, PATCH, COMPATIBLE",
        "1.2.3-rc.1, 1.2.3, PRE_RELEASE, COMPATIBLE",
        "1.2.3+a, 1.2.3+b, BUILD, COMPATIBLE",
        "^1.2, ^1.3, UNKNOWN, BREAKING",
        "1.2.3, '${{ parameters.version }}', UNKNOWN, BREAKING",
        "99999999999999999999.0.0, 99999999999999999999.0.1, PATCH, COMPATIBLE",
    })
    void chartVersionsAreClassedBySemver(String before, String after, String bump, Impact impact) {
        MemberDiff diff = Versions.diff(stack(chart(before)), stack(chart(after)))
                .members()
                .get(0);

        assertThat(diff.chartBump().map(Enum::name)).contains(bump);
        assertThat(diff.impact()).isEqualTo(impact);
    }

    @Test
    void commentsOrderAndFormattingAreCosmetic() {
        VersionDiff diff = Versions.diff(
                stack(manifest("a", "kind: X\nspec: {b: 1, c: [2]}\n")),
                stack(manifest("a", "# seen\nspec:\n  c:\n  - 2\n  b: 1\nkind: X\n")));

        assertThat(diff.impact()).isEqualTo(Impact.COSMETIC);
        assertThat(diff.members().get(0).verdicts())
                .extracting(verdict -> verdict.rule())
                .containsExactly("text-only");
    }

    @Test
    void aMemberThatGoesBreaksAndOneThatComesDoesNot() {
        assertThat(Versions.diff(stack(manifest("a", "kind: X\n")), stack()).impact())
                .isEqualTo(Impact.BREAKING);
        assertThat(Versions.diff(stack(), stack(manifest("a", "kind: X\n"))).impact())
                .isEqualTo(Impact.COMPATIBLE);
        assertThat(Versions.diff(stack(), stack()).impact()).isEqualTo(Impact.NONE);
    }

    @Test
    void aTextThatCannotBeReadMayBreakAnything() {
        assertThat(Versions.diff(stack(manifest("a", "a: [\n")), stack(manifest("a", "a: {\n")))
                        .members()
                        .get(0)
                        .verdicts())
                .extracting(verdict -> verdict.rule())
                .containsExactly("text-unreadable");
    }

    @Test
    void theFindingsOfAnUnexpectedImpactNameEveryChangeAboveItAndNoValue() {
        VersionDiff diff = Versions.diff(
                stack(manifest("a", object("apps/v1", "Deployment", "spec: {selector: {x: hush-1}, replicas: 1}"))),
                stack(manifest("a", object("apps/v1", "Deployment", "spec: {selector: {x: hush-2}, replicas: 2}"))));

        assertThat(ImpactFindings.of(diff, Impact.COMPATIBLE))
                .extracting(finding -> finding.code() + " " + finding.message())
                .containsExactly(
                        "immutable-field /spec/selector/x: A Deployment's selector cannot change; the Deployment"
                                + " has to be made anew");
        assertThat(ImpactFindings.of(diff, Impact.COSMETIC)).hasSize(2);
        assertThat(ImpactFindings.of(diff, Impact.BREAKING))
                .extracting(finding -> finding.code())
                .containsExactly("impact-lower");
        assertThat(ImpactFindings.of(diff, Impact.NONE).toString()).doesNotContain("hush");
    }

    private static Addon chart(String version) {
        return Addon.builder()
                .name("redis")
                .chartName("redis")
                .chartVersion(version)
                .registryName("charts")
                .values(Optional.of("a: 1\n"))
                .build();
    }

    private static MemberDiff object(String version, String kind, String before, String after) {
        List<MemberDiff> members = Versions.diff(
                        stack(manifest("a", object(version, kind, before))),
                        stack(manifest("a", object(version, kind, after))))
                .members();
        assertThat(members).hasSize(1);
        return members.get(0);
    }

    /** An object with further fields, in flow or block style. */
    private static String object(String version, String kind, String fields) {
        String more = fields.startsWith("{") ? fields.substring(1, fields.length() - 1) : fields;
        return "{apiVersion: " + version + ", kind: " + kind + ", metadata: {name: a}"
                + (more.isBlank() ? "" : ", " + more) + "}\n";
    }
}

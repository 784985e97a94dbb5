package io.stackprofile.core.internal.clean;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.Limits;
import io.stackprofile.capture.Cleaning;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CleanerTest {

    private static final String LIVE = """
            # kept as it is
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: tracking-api
              namespace: tracking
              uid: 7d7cd7a8-3c5c-4d0e-8a55-6b8f5e7f9f10
              resourceVersion: "812345"
              generation: 4
              creationTimestamp: "2026-01-01T10:00:00Z"
              annotations:
                deployment.kubernetes.io/revision: "7"
                kubectl.kubernetes.io/last-applied-configuration: |
                  {"apiVersion":"apps/v1","kind":"Deployment"}
              labels: {app: tracking-api}   # for the service
              managedFields:
                - manager: kubectl
                  operation: Update
            spec:
              replicas: 3
            status:
              readyReplicas: 3
            """;

    @Test
    void aLiveObjectLosesWhatTheClusterWroteAndKeepsTheRestToTheByte() {
        Cleaned cleaned = clean(LIVE);

        assertThat(text(cleaned)).isEqualTo("""
                # kept as it is
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: tracking-api
                  namespace: tracking
                  labels: {app: tracking-api}   # for the service
                spec:
                  replicas: 3
                """);
        assertThat(cleaned.cleanings())
                .extracting(Cleaning::rule)
                .containsExactly(
                        "status",
                        "managed-fields",
                        "uid",
                        "resource-version",
                        "generation",
                        "creation-timestamp",
                        "last-applied-configuration",
                        "deployment-revision");
    }

    @Test
    void aCleaningNamesItsPlaceAndItsReason() {
        Cleaning status = clean(LIVE).cleanings().get(0);

        assertThat(status.location().describe()).isEqualTo("manifests/api.yaml, manifest/api, /status");
        assertThat(status.reason()).isEqualTo("The cluster writes the status; applying it does nothing.");
    }

    @Test
    void otherAnnotationsStay() {
        assertThat(text(clean("""
                apiVersion: v1
                kind: Service
                metadata:
                  name: web
                  annotations:
                    kubectl.kubernetes.io/last-applied-configuration: '{"kind":"Service"}'
                    team: commerce
                """))).isEqualTo("""
                apiVersion: v1
                kind: Service
                metadata:
                  name: web
                  annotations:
                    team: commerce
                """);
    }

    @Test
    void theItemsOfAListAreCleanedToo() {
        Cleaned cleaned = clean("""
                apiVersion: v1
                kind: List
                items:
                  - apiVersion: v1
                    kind: ConfigMap
                    metadata: {name: a, uid: 1-2, resourceVersion: "5"}
                    data: {status: shipped}
                  - apiVersion: v1
                    kind: ConfigMap
                    metadata:
                      name: b
                      selfLink: /api/v1/b
                """);

        assertThat(text(cleaned)).isEqualTo("""
                apiVersion: v1
                kind: List
                items:
                  - apiVersion: v1
                    kind: ConfigMap
                    metadata: {name: a}
                    data: {status: shipped}
                  - apiVersion: v1
                    kind: ConfigMap
                    metadata:
                      name: b
                """);
        assertThat(cleaned.cleanings())
                .extracting(cleaning -> cleaning.location().path().orElseThrow())
                .containsExactly(
                        "/items/0/metadata/uid", "/items/0/metadata/resourceVersion", "/items/1/metadata/selfLink");
    }

    @Test
    void whatIsNoKubernetesObjectIsLeftAlone() {
        String values = "status: enabled\nmetadata:\n  uid: 7\n";
        Member addon = Addon.builder()
                .name("redis")
                .chartName("redis")
                .chartVersion("1.0.0")
                .values(LIVE)
                .build();

        assertThat(text(clean(values))).isEqualTo(values);
        assertThat(Cleaner.clean(addon, Optional.empty(), Limits.defaults()).member())
                .isSameAs(addon);
    }

    @Test
    void anUntouchedMemberIsTheSameMember() {
        Member clean = manifest("apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n");

        assertThat(Cleaner.clean(clean, Optional.empty(), Limits.defaults()).member())
                .isSameAs(clean);
    }

    @Test
    void aFieldWhoseAnchorIsUsedElsewhereStays() {
        String text = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: p\n  uid: &id a-b\nspec:\n  host: *id\n";

        assertThat(text(clean(text))).isEqualTo(text);
    }

    private static Cleaned clean(String text) {
        return Cleaner.clean(manifest(text), Optional.of("manifests/api.yaml"), Limits.defaults());
    }

    private static Member manifest(String text) {
        return Manifest.builder().name("api").content(text).build();
    }

    private static String text(Cleaned cleaned) {
        assertThat(cleaned.member().ref()).isEqualTo(MemberRef.manifest("api"));
        return cleaned.member().text().orElseThrow();
    }
}

package io.stackprofile.cluster.kubernetes.internal.find;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stackprofile.capture.LeftOut;
import io.stackprofile.cluster.kubernetes.internal.api.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What controllers made whose owner is gone, and what programs keep for themselves. */
class ControllersLeftoversTest {

    private static ObjectNode made(String apiVersion, String kind, String name, String spec) {
        ObjectNode object = Objects.of(apiVersion, kind, "shop", name)
                .by("kube-controller-manager", "Update", "")
                .json();
        ObjectNode entry =
                (ObjectNode) object.path("metadata").path("managedFields").get(0);
        entry.set("fieldsV1", Json.read("{\"f:spec\":" + spec + "}").orElseThrow());
        return object;
    }

    private static List<String> rules(ObjectNode object) {
        return Selection.of(List.of(object)).leftOut().stream()
                .map(LeftOut::rule)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "v1, PersistentVolumeClaim, f:accessModes",
        "v1, Pod, f:containers",
        "apps/v1, ReplicaSet, f:template",
        "batch/v1, Job, f:template"
    })
    void whatIsLeftOfAnOwnerThatIsGoneIsNobodysManifest(String apiVersion, String kind, String field) {
        assertThat(rules(made(apiVersion, kind, "left", "{\"" + field + "\":{}}")))
                .containsExactly("written-by-controllers");
    }

    @Test
    void aControllerThatOnlyBoundAClaimHasNotMadeIt() {
        assertThat(rules(made("v1", "PersistentVolumeClaim", "data", "{\"f:volumeName\":{}}")))
                .isEmpty();
    }

    @Test
    void whoLeadsIsNoPartOfAStackUnlessSomethingElseStandsThere() {
        Objects leader = Objects.of("v1", "ConfigMap", "shop", "ingress-controller-leader")
                .annotation("control-plane.alpha.kubernetes.io/leader", "{\"holderIdentity\":\"a\"}");

        assertThat(rules(leader.json())).containsExactly("leader-election");
        assertThat(rules(leader.with("data", "{\"mode\":\"fast\"}").json())).isEmpty();
    }

    @Test
    void aPodsRequestForACertificateIsTheClusters() {
        assertThat(rules(Objects.of("certificates.k8s.io/v1beta1", "PodCertificateRequest", "shop", "web-1")
                        .json()))
                .containsExactly("written-by-cluster");
    }
}

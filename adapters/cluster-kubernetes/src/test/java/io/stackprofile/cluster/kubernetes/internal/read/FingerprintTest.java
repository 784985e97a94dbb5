package io.stackprofile.cluster.kubernetes.internal.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stackprofile.cluster.kubernetes.internal.api.Json;
import io.stackprofile.cluster.kubernetes.internal.find.Objects;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    private static final String SCALED =
            "[{\"manager\":\"kube-controller-manager\",\"operation\":\"Update\",\"subresource\":\"scale\","
                    + "\"fieldsV1\":{\"f:spec\":{\"f:replicas\":{}}}}]";

    private static ObjectNode deployment() {
        return Objects.of("apps/v1", "Deployment", "shop", "web")
                .label("app", "web")
                .annotation("team", "shop")
                .with("spec", "{\"replicas\":3,\"template\":{\"spec\":{\"containers\":[{\"image\":\"web:1\"}]}}}")
                .with("status", "{\"readyReplicas\":3}")
                .json();
    }

    private static JsonNode scaler() {
        return Objects.of("autoscaling/v2", "HorizontalPodAutoscaler", "shop", "web")
                .with("spec", "{\"scaleTargetRef\":{\"kind\":\"Deployment\",\"name\":\"web\"}}")
                .json();
    }

    private static ObjectNode changed(Consumer<ObjectNode> change) {
        ObjectNode object = deployment();
        change.accept(object);
        return object;
    }

    private static String of(JsonNode... objects) {
        return Fingerprint.of("shop", List.of(objects), List.of());
    }

    @Test
    void whatControllersAndTheServerDoIsNoChange() {
        List<Consumer<ObjectNode>> churn = List.of(
                object -> object.withObjectProperty("status").put("readyReplicas", 2),
                object -> object.withObjectProperty("metadata").put("resourceVersion", "200"),
                object -> object.withObjectProperty("metadata").put("generation", 7),
                object -> object.withObjectProperty("metadata")
                        .putArray("managedFields")
                        .addObject(),
                object -> object.withObjectProperty("metadata")
                        .putArray("finalizers")
                        .add("x/y"),
                object -> object.withObjectProperty("metadata")
                        .withObjectProperty("annotations")
                        .put("deployment.kubernetes.io/revision", "9")
                        .put("kubectl.kubernetes.io/last-applied-configuration", "{}"));
        churn.forEach(change -> assertThat(of(changed(change))).isEqualTo(of(deployment())));
    }

    @Test
    void keysInAnotherOrderAreNoChange() {
        JsonNode turned = Json.read(
                        "{\"status\":{},\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"image\":\"web:1\"}]}},"
                                + "\"replicas\":3},\"metadata\":{\"annotations\":{\"team\":\"shop\"},\"labels\":{\"app\":\"web\"},"
                                + "\"uid\":\"uid-apps/v1/Deployment/shop/web\",\"namespace\":\"shop\",\"name\":\"web\"},"
                                + "\"kind\":\"Deployment\",\"apiVersion\":\"apps/v1\"}")
                .orElseThrow();
        assertThat(of(turned)).isEqualTo(of(deployment()));
    }

    @Test
    void whatPeopleWriteIsAChange() {
        List<Consumer<ObjectNode>> edits = List.of(
                object -> object.withObjectProperty("spec").put("replicas", 4),
                object -> object.withObjectProperty("spec").put("paused", true),
                object -> object.withObjectProperty("metadata")
                        .withObjectProperty("labels")
                        .put("app", "api"),
                object -> object.withObjectProperty("metadata")
                        .withObjectProperty("annotations")
                        .put("stackprofile.io/parents", "ConfigMap/a"),
                object -> object.withObjectProperty("metadata").put("uid", "made-again"),
                object -> object.put("apiVersion", "apps/v2"));
        assertThat(edits.stream().map(edit -> of(changed(edit))))
                .doesNotContain(of(deployment()))
                .doesNotHaveDuplicates();
    }

    @Test
    void replicasOfWhatIsScaledAreNoChange() {
        Consumer<ObjectNode> scale = object -> object.withObjectProperty("spec").put("replicas", 9);
        assertThat(of(changed(scale), scaler())).isEqualTo(of(deployment(), scaler()));
        Consumer<ObjectNode> byOthers = object -> object.withObjectProperty("metadata")
                .set("managedFields", Json.read(SCALED).orElseThrow());
        assertThat(of(changed(byOthers.andThen(scale)))).isEqualTo(of(changed(byOthers)));
    }

    @Test
    void aSecretCountsByItsVersionAndNotByItsContent() {
        Objects secret = Objects.of("v1", "Secret", "shop", "db").with("data", "{\"a\":\"b25l\"}");
        String before = of(secret.json());
        assertThat(of(secret.with("data", "{\"a\":\"dHdv\"}").json())).isEqualTo(before);
        assertThat(of(secret.with("metadata.resourceVersion", "\"101\"").json()))
                .isNotEqualTo(before);
    }

    @Test
    void recordsOfReleasesCountAndTheOrderOfObjectsDoesNot() {
        assertThat(Fingerprint.of("shop", List.of(), List.of("uid@1")))
                .isNotEqualTo(Fingerprint.of("shop", List.of(), List.of("uid@2")))
                .isNotEqualTo(of());
        assertThat(of(scaler(), deployment())).isEqualTo(of(deployment(), scaler()));
        assertThat(Fingerprint.of("ledger", List.of(), List.of())).isNotEqualTo(of());
    }
}

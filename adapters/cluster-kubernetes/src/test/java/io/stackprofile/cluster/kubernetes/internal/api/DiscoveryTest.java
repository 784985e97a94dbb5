package io.stackprofile.cluster.kubernetes.internal.api;

import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.error.ErrorCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DiscoveryTest {

    private static final String DEPLOYMENTS = "{\"name\":\"deployments\",\"kind\":\"Deployment\",\"namespaced\":true,"
            + "\"verbs\":[\"get\",\"list\"]},{\"name\":\"deployments/scale\",\"kind\":\"Scale\",\"namespaced\":true,"
            + "\"verbs\":[\"get\"]}";

    private final Map<String, ApiAnswer> answers = new LinkedHashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final Discovery discovery = new Discovery(
            request -> {
                asked.add(request.path());
                return answers.getOrDefault(request.path(), new ApiAnswer(404, "", List.of()));
            },
            new ApiFailures("prod"));

    private void answer(String path, String body) {
        answers.put(path, new ApiAnswer(200, body, List.of()));
    }

    @Test
    void oneAnswerTellsOfAllGroups() {
        answer(
                "/api",
                "{\"kind\":\"APIGroupDiscoveryList\",\"items\":[{\"versions\":[{\"version\":\"v1\",\"resources\":["
                        + "{\"resource\":\"namespaces\",\"responseKind\":{\"kind\":\"Namespace\"},\"scope\":\"Cluster\","
                        + "\"verbs\":[\"list\"]}]}]}]}");
        answer(
                "/apis",
                "{\"kind\":\"APIGroupDiscoveryList\",\"items\":[{\"metadata\":{\"name\":\"apps\"},\"versions\":["
                        + "{\"version\":\"v1\",\"freshness\":\"Current\",\"resources\":[{\"resource\":\"deployments\","
                        + "\"responseKind\":{\"kind\":\"Deployment\"},\"scope\":\"Namespaced\",\"verbs\":[\"get\",\"list\"],"
                        + "\"subresources\":[{\"subresource\":\"scale\"}]}]},{\"version\":\"v1beta1\",\"resources\":["
                        + "{\"resource\":\"deployments\",\"responseKind\":{\"kind\":\"Deployment\"},\"scope\":\"Namespaced\","
                        + "\"verbs\":[\"get\"]}]}]},{\"metadata\":{\"name\":\"metrics.example.org\"},\"versions\":["
                        + "{\"version\":\"v1\",\"freshness\":\"Stale\",\"resources\":[]}]}]}");

        assertThat(discovery.refresh())
                .extracting(
                        ResourceType::apiVersion,
                        ResourceType::plural,
                        ResourceType::namespaced,
                        ResourceType::preferred)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("v1", "namespaces", false, true),
                        org.assertj.core.groups.Tuple.tuple("apps/v1", "deployments", true, true),
                        org.assertj.core.groups.Tuple.tuple("apps/v1beta1", "deployments", true, false));
        assertThat(discovery.unavailable()).containsExactly("metrics.example.org/v1");
        assertThat(asked).containsExactly("/api", "/apis");
    }

    @Test
    void olderServersAreAskedGroupByGroup() {
        answer("/api", "{\"kind\":\"APIVersions\",\"versions\":[\"v1\"]}");
        answer("/api/v1", "{\"resources\":[]}");
        answer(
                "/apis",
                "{\"kind\":\"APIGroupList\",\"groups\":[{\"name\":\"apps\",\"preferredVersion\":{\"version\":\"v1\"},"
                        + "\"versions\":[{\"version\":\"v1\"}]},{\"name\":\"metrics.example.org\",\"preferredVersion\":"
                        + "{\"version\":\"v1\"},\"versions\":[{\"version\":\"v1\"}]}]}");
        answer("/apis/apps/v1", "{\"resources\":[" + DEPLOYMENTS + "]}");
        answers.put("/apis/metrics.example.org/v1", new ApiAnswer(503, "", List.of()));

        assertThat(discovery.refresh()).extracting(ResourceType::resource).containsExactly("deployments.apps");
        assertThat(discovery.unavailable()).containsExactly("metrics.example.org/v1");
        assertThat(discovery.types()).hasSize(1);
        assertThat(asked).containsOnlyOnce("/apis/apps/v1");
    }

    @Test
    void aRefusalIsNoEmptyAnswer() {
        answers.put("/api", new ApiAnswer(401, "{}", List.of()));
        answers.put("/api/v1", new ApiAnswer(401, "{}", List.of()));

        assertFails(ErrorCode.CLUSTER_UNAUTHENTICATED, discovery::types);
        answers.put("/api/v1", new ApiAnswer(200, "<html>login</html>", List.of()));
        assertFails(ErrorCode.CLUSTER_FAILED, discovery::types);
    }
}

package io.stackprofile.test.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ControllersTest {

    private static final String APPS = "/apis/apps/v1/namespaces/shop";
    private static final String SHOP = "/api/v1/namespaces/shop";

    private final ApiServer server = ApiServer.builder().controllers(true).start();
    private final Calls calls = new Calls(server).namespace("shop");

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void makeWhatADeploymentOwns() {
        calls.post(APPS + "/deployments", Samples.DEPLOYMENT);

        JsonNode web = calls.get(APPS + "/deployments/web").body();
        JsonNode set = calls.get(APPS + "/replicasets").body().at("/items/0");
        assertThat(set.at("/metadata/ownerReferences/0/uid")).isEqualTo(web.at("/metadata/uid"));
        assertThat(set.at("/metadata/ownerReferences/0/controller").asBoolean()).isTrue();
        assertThat(web.at("/metadata/annotations/deployment.kubernetes.io~1revision")
                        .asString())
                .isEqualTo("1");
        assertThat(web.at("/status/observedGeneration").asInt()).isEqualTo(1);
        assertThat(Calls.entry(web, "kube-controller-manager", "Update").isMissingNode())
                .isFalse();
        assertThat(calls.get(SHOP + "/events").text("/items/0/reason")).isEqualTo("ScalingReplicaSet");
        assertThat(calls.get(SHOP + "/pods").body().at("/items").size()).isZero();
    }

    @Test
    void makeAnotherReplicaSetForAnotherTemplate() {
        calls.post(APPS + "/deployments", Samples.DEPLOYMENT);

        calls.put(APPS + "/deployments/web", Samples.DEPLOYMENT.replace("web:1", "web:2"));

        assertThat(calls.get(APPS + "/replicasets").body().at("/items").size()).isEqualTo(2);
        assertThat(calls.get(APPS + "/deployments/web")
                        .text("/metadata/annotations/deployment.kubernetes.io~1revision"))
                .isEqualTo("2");
    }

    @Test
    void collectWhatADeletedObjectOwned() {
        calls.post(APPS + "/deployments", Samples.DEPLOYMENT);
        calls.delete(APPS + "/deployments/web?propagationPolicy=Foreground");

        assertThat(calls.get(APPS + "/deployments/web").code()).isEqualTo(404);
        assertThat(calls.get(APPS + "/replicasets").body().at("/items").size()).isZero();
    }

    @Test
    void leaveOrphansWhenAsked() {
        calls.post(APPS + "/deployments", Samples.DEPLOYMENT);
        calls.delete(APPS + "/deployments/web?propagationPolicy=Orphan");

        assertThat(calls.get(APPS + "/deployments/web").code()).isEqualTo(404);
        JsonNode set = calls.get(APPS + "/replicasets").body().at("/items/0");
        assertThat(set.at("/metadata/name").asString()).startsWith("web-");
        assertThat(set.at("/metadata").has("ownerReferences")).isFalse();
    }

    @Test
    void makeEndpointsOfServices() {
        calls.post(SHOP + "/services", Samples.SERVICE);

        assertThat(calls.get(SHOP + "/endpoints/web").code()).isEqualTo(200);
        JsonNode slice = calls.get("/apis/discovery.k8s.io/v1/namespaces/shop/endpointslices")
                .body()
                .at("/items/0");
        assertThat(slice.at("/metadata/labels/kubernetes.io~1service-name").asString())
                .isEqualTo("web");
        assertThat(slice.at("/metadata/ownerReferences/0/kind").asString()).isEqualTo("Service");
    }

    @Test
    void doNothingWhenTheyDoNotRun() {
        try (ApiServer alone = ApiServer.start()) {
            Calls other = new Calls(alone).namespace("shop");
            other.post(APPS + "/deployments", Samples.DEPLOYMENT);

            assertThat(other.get(APPS + "/replicasets").body().at("/items").size())
                    .isZero();
            assertThat(other.get(SHOP + "/serviceaccounts").body().at("/items").size())
                    .isZero();
            assertThat(other.get(APPS + "/deployments/web").body().get("status"))
                    .isEqualTo(Calls.json("{}"));
        }
    }
}

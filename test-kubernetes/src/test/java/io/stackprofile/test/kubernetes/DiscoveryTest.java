package io.stackprofile.test.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DiscoveryTest {

    private final ApiServer server = ApiServer.start();
    private final Calls calls = new Calls(server);

    @AfterEach
    void stop() {
        server.close();
    }

    private JsonNode resource(String path, String name) {
        for (JsonNode resource : calls.get(path).body().at("/resources").values()) {
            if (resource.at("/name").asString().equals(name)) {
                return resource;
            }
        }
        return Calls.json("{}");
    }

    @Test
    void saysItsVersion() {
        assertThat(calls.get("/version").text("/gitVersion")).isEqualTo("v1.36.0");
        assertThat(calls.get("/version").text("/minor")).isEqualTo("36");
    }

    @Test
    void saysWhatItServes() {
        assertThat(calls.get("/api").body().at("/versions").toString()).isEqualTo("[\"v1\"]");
        assertThat(calls.get("/apis").body().at("/groups").toString())
                .contains("\"name\":\"apps\"", "\"groupVersion\":\"batch/v1\"");
        assertThat(calls.get("/apis/apps").text("/preferredVersion/groupVersion"))
                .isEqualTo("apps/v1");
        assertThat(resource("/apis/apps/v1", "deployments")).isEqualTo(Calls.json("""
                        {'name':'deployments','singularName':'deployment','namespaced':true,'kind':'Deployment',
                        'verbs':['create','delete','deletecollection','get','list','patch','update'],
                        'shortNames':['deploy']}"""));
        assertThat(resource("/apis/apps/v1", "deployments/scale").at("/kind").asString())
                .isEqualTo("Scale");
        assertThat(resource("/api/v1", "namespaces").at("/namespaced").asBoolean())
                .isFalse();
        assertThat(calls.get("/apis/apps/v1beta1").code()).isEqualTo(404);
    }

    @Test
    void saysAllInOneAnswerWhenAsked() {
        JsonNode all = aggregated("/apis");
        JsonNode core = aggregated("/api");

        assertThat(all.at("/kind").asString()).isEqualTo("APIGroupDiscoveryList");
        assertThat(all.toString()).contains("\"resource\":\"deployments\"", "\"scope\":\"Namespaced\"");
        assertThat(core.at("/items").size()).isEqualTo(1);
        assertThat(core.toString()).contains("\"resource\":\"configmaps\"");
    }

    private JsonNode aggregated(String path) {
        ApiRequest request = new ApiRequest(
                "GET",
                path,
                java.util.Map.of(),
                java.util.Map.of("accept", java.util.List.of("application/json;g=apidiscovery.k8s.io;v=v2")),
                "");
        return new Discovery(new ResourceTypes(), "1.36.0").at(request.path(), request.header("accept"));
    }

    @Test
    void servesWhatADefinitionDefinesUntilItIsGone() {
        assertThat(calls.get("/apis/example.org/v1").code()).isEqualTo(404);
        calls.post("/apis/apiextensions.k8s.io/v1/customresourcedefinitions", Samples.WIDGETS);

        assertThat(resource("/apis/example.org/v1", "widgets").at("/shortNames").toString())
                .isEqualTo("[\"wd\"]");
        calls.delete("/apis/apiextensions.k8s.io/v1/customresourcedefinitions/widgets.example.org");

        assertThat(calls.get("/apis/example.org/v1").code()).isEqualTo(404);
    }
}

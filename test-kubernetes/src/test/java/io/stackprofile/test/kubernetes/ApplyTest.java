package io.stackprofile.test.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ApplyTest {

    private static final String PATH = "/apis/apps/v1/namespaces/shop/deployments/web";
    private static final String WEB = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: shop, labels: {app: web}}
            spec:
              replicas: 2
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec:
                  containers:
                  - name: web
                    image: example.org/web:1.0
                    ports: [{containerPort: 80}]
            """;

    private final ApiServer server = ApiServer.start();
    private final Calls calls = new Calls(server).namespace("shop");

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void makesAnObjectAndItsOwner() {
        Calls.Reply reply = calls.apply(PATH, "team", WEB);

        assertThat(reply.code()).isEqualTo(201);
        JsonNode entry = Calls.entry(reply.body(), "team", "Apply");
        assertThat(entry.get("fieldsV1")).isEqualTo(Calls.json("""
                                {"f:metadata":{"f:labels":{"f:app":{}}},"f:spec":{"f:replicas":{},"f:selector":{},
                                "f:template":{"f:metadata":{"f:labels":{"f:app":{}}},"f:spec":{"f:containers":{
                                "k:{\\"name\\":\\"web\\"}":{".":{},"f:name":{},"f:image":{},"f:ports":{
                                "k:{\\"containerPort\\":80,\\"protocol\\":\\"TCP\\"}":{".":{},"f:containerPort":{}}}}}}}}}
                                """));
    }

    @Test
    void changesNothingWhenTheSameIsAppliedAgain() {
        JsonNode first = calls.apply(PATH, "team", WEB).body();

        Calls.Reply second = calls.apply(PATH, "team", WEB);

        assertThat(second.code()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first);
    }

    @Test
    void refusesWhatAnotherManagerOwns() {
        calls.apply(PATH, "team", WEB);
        calls.from("kubectl").merge(PATH, "{'spec':{'replicas':5}}");

        Calls.Reply reply = calls.apply(PATH, "team", WEB);

        assertThat(reply.code()).isEqualTo(409);
        assertThat(reply.text("/reason")).isEqualTo("Conflict");
        assertThat(reply.message())
                .isEqualTo("Apply failed with 1 conflict: conflict with \"kubectl\" using apps/v1: .spec.replicas");
        assertThat(reply.body().at("/details/causes")).isEqualTo(Calls.json("""
                                {"causes":[{"reason":"FieldManagerConflict",
                                "message":"conflict with \\"kubectl\\" using apps/v1","field":".spec.replicas"}]}""").get("causes"));
    }

    @Test
    void takesAConflictingFieldByForce() {
        calls.apply(PATH, "team", WEB);
        calls.merge(PATH, "{'spec':{'replicas':5}}");

        Calls.Reply reply = calls.apply(PATH + "?force=true", "team", WEB);

        assertThat(reply.code()).isEqualTo(200);
        assertThat(reply.body().at("/spec/replicas").asInt()).isEqualTo(2);
        assertThat(Calls.entry(reply.body(), "kubectl", "Update").isMissingNode())
                .isTrue();
    }

    @Test
    void sharesAFieldWithTheSameValue() {
        calls.apply(PATH, "team", WEB);

        Calls.Reply reply = calls.apply(PATH, "other", WEB);

        assertThat(reply.code()).isEqualTo(200);
        assertThat(Calls.entry(reply.body(), "team", "Apply").get("fieldsV1"))
                .isEqualTo(Calls.entry(reply.body(), "other", "Apply").get("fieldsV1"));
    }

    @Test
    void removesWhatIsNoLongerAppliedAndNobodyElseOwns() {
        calls.apply(PATH, "team", WEB.replace("{app: web}}\nspec", "{app: web, tier: front}}\nspec"));
        calls.apply(PATH, "other", WEB.replace("app: web}}\nspec", "tier: front}}\nspec"));
        JsonNode both = calls.apply(PATH, "team", WEB).body();
        assertThat(both.at("/metadata/labels/tier").asString()).isEqualTo("front");

        JsonNode one = calls.apply(PATH, "other", WEB).body();

        assertThat(one.at("/metadata/labels").has("tier")).isFalse();
        assertThat(one.at("/metadata/labels/app").asString()).isEqualTo("web");
    }

    @Test
    void leavesNothingBehindWhenRunDry() {
        Calls.Reply reply = calls.apply(PATH + "?dryRun=All", "team", WEB);

        assertThat(reply.code()).isEqualTo(201);
        assertThat(calls.get(PATH).code()).isEqualTo(404);
    }
}

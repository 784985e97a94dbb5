package io.stackprofile.test.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ObjectsTest {

    private static final String MAPS = "/api/v1/namespaces/shop/configmaps";
    private static final String MAP =
            "{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'settings','labels':{'app':'web'}},'data':{'a':'1'}}";

    private final ApiServer server = ApiServer.start();
    private final Calls calls = new Calls(server).namespace("shop");

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void createsAnObjectWithWhatTheServerAdds() {
        Calls.Reply reply = calls.post(MAPS, MAP);

        assertThat(reply.code()).isEqualTo(201);
        assertThat(reply.text("/metadata/uid")).matches("[0-9a-f-]{36}");
        assertThat(reply.text("/metadata/resourceVersion")).matches("[0-9]+");
        assertThat(reply.text("/metadata/creationTimestamp")).matches("\\d{4}-.*Z");
        assertThat(reply.text("/metadata/namespace")).isEqualTo("shop");
        assertThat(Calls.entry(reply.body(), "kubectl", "Update").get("fieldsV1"))
                .isEqualTo(Calls.json("{'f:data':{'.':{},'f:a':{}},'f:metadata':{'f:labels':{'.':{},'f:app':{}}}}"));
        assertThat(calls.get(MAPS + "/settings").body()).isEqualTo(reply.body());
    }

    @Test
    void makesUpANameFromItsBeginning() {
        Calls.Reply reply = calls.post(MAPS, MAP.replace("'name':'settings'", "'generateName':'settings-'"));

        assertThat(reply.text("/metadata/name")).matches("settings-[a-z0-9]{5}");
    }

    @Test
    void refusesASecondObjectOfOneName() {
        calls.post(MAPS, MAP);

        Calls.Reply reply = calls.post(MAPS, MAP);

        assertThat(reply.code()).isEqualTo(409);
        assertThat(reply.text("/reason")).isEqualTo("AlreadyExists");
        assertThat(reply.message()).isEqualTo("configmaps \"settings\" already exists");
    }

    @Test
    void saysWhatIsNotThere() {
        Calls.Reply object = calls.get("/apis/apps/v1/namespaces/shop/deployments/web");
        Calls.Reply resource = calls.get("/apis/example.org/v1/namespaces/shop/widgets/web");
        Calls.Reply version = calls.get("/apis/apps/v1beta1/namespaces/shop/deployments/web");
        Calls.Reply namespace = calls.post(MAPS.replace("shop", "nowhere"), MAP);

        assertThat(object.code()).isEqualTo(404);
        assertThat(object.message()).isEqualTo("deployments.apps \"web\" not found");
        assertThat(object.text("/details/kind")).isEqualTo("deployments");
        assertThat(resource.code()).isEqualTo(404);
        assertThat(resource.message()).isEqualTo("the server could not find the requested resource");
        assertThat(version.message()).isEqualTo(resource.message());
        assertThat(namespace.code()).isEqualTo(404);
        assertThat(namespace.message()).isEqualTo("namespaces \"nowhere\" not found");
    }

    @Test
    void refusesABodyThatIsNotOfItsPath() {
        assertThat(calls.post(MAPS, MAP.replace("'v1'", "'apps/v1'")).message())
                .isEqualTo("the API version in the data (apps/v1) does not match the expected API version (v1)");
        assertThat(calls.post(MAPS, MAP.replace("ConfigMap", "Secret")).code()).isEqualTo(400);
        assertThat(calls.post(MAPS, MAP.replace("'name':", "'namespace':'other','name':"))
                        .message())
                .isEqualTo("the namespace of the provided object does not match the namespace sent on the request");
        calls.post(MAPS, MAP);
        assertThat(calls.put(MAPS + "/settings", MAP.replace("settings", "others"))
                        .message())
                .isEqualTo("the name of the object (others) does not match the name on the URL (settings)");
        assertThat(calls.post(MAPS, MAP.replace("'name':", "'resourceVersion':'7','name':"))
                        .message())
                .isEqualTo("resourceVersion should not be set on objects to be created");
    }

    @Test
    void replacesOnlyWhatWasRead() {
        String read = calls.post(MAPS, MAP).text("/metadata/resourceVersion");
        String changed = MAP.replace("'a':'1'", "'a':'2'");

        Calls.Reply first =
                calls.put(MAPS + "/settings", changed.replace("'name':", "'resourceVersion':'" + read + "','name':"));
        Calls.Reply second =
                calls.put(MAPS + "/settings", changed.replace("'name':", "'resourceVersion':'" + read + "','name':"));

        assertThat(first.code()).isEqualTo(200);
        assertThat(second.code()).isEqualTo(409);
        assertThat(second.message())
                .isEqualTo("Operation cannot be fulfilled on configmaps \"settings\": the object has been modified;"
                        + " please apply your changes to the latest version and try again");
    }

    @Test
    void keepsTheRevisionWhenNothingChanges() {
        JsonNode before = calls.post(MAPS, MAP).body();

        assertThat(calls.put(MAPS + "/settings", MAP).body()).isEqualTo(before);
        assertThat(calls.merge(MAPS + "/settings", "{'data':{'a':'1'}}").body()).isEqualTo(before);
    }

    @Test
    void mergesAPatchAndRemovesWhatIsNull() {
        calls.post(MAPS, MAP);

        Calls.Reply reply = calls.merge(MAPS + "/settings", "{'metadata':{'labels':{'app':null}},'data':{'b':'2'}}");

        assertThat(reply.body().get("data")).isEqualTo(Calls.json("{'a':'1','b':'2'}"));
        assertThat(reply.body().at("/metadata").has("labels")).isFalse();
    }

    @Test
    void mergesListsOfAStrategicPatchByKey() {
        calls.post("/apis/apps/v1/namespaces/shop/deployments", Samples.DEPLOYMENT);

        Calls.Reply reply = calls.call(
                "PATCH",
                "/apis/apps/v1/namespaces/shop/deployments/web",
                "{'spec':{'template':{'spec':{'containers':[{'name':'web','image':'example.org/web:2'}]}}}}",
                "application/strategic-merge-patch+json");

        assertThat(reply.text("/spec/template/spec/containers/0/image")).isEqualTo("example.org/web:2");
        assertThat(reply.body().at("/spec/template/spec/containers/0/ports").size())
                .isEqualTo(1);
    }

    @Test
    void runsTheOperationsOfAJsonPatch() {
        calls.post(MAPS, MAP);

        Calls.Reply reply = jsonPatch("""
                [{'op':'test','path':'/data/a','value':'1'},{'op':'add','path':'/data/b','value':'2'},
                {'op':'replace','path':'/metadata/labels/app','value':'db'},{'op':'remove','path':'/data/a'}]""");
        Calls.Reply missing = jsonPatch("[{'op':'remove','path':'/data/a'}]");

        assertThat(reply.body().get("data")).isEqualTo(Calls.json("{'b':'2'}"));
        assertThat(reply.text("/metadata/labels/app")).isEqualTo("db");
        assertThat(missing.code()).isEqualTo(422);
    }

    private Calls.Reply jsonPatch(String operations) {
        return calls.call("PATCH", MAPS + "/settings", operations, "application/json-patch+json");
    }

    @Test
    void refusesAPatchOfAFormItDoesNotKnow() {
        calls.post(MAPS, MAP);

        Calls.Reply reply = calls.call("PATCH", MAPS + "/settings", "{'data':{}}", "application/json");

        assertThat(reply.code()).isEqualTo(415);
        assertThat(reply.text("/reason")).isEqualTo("UnsupportedMediaType");
    }

    @Test
    void runsEveryWriteDry() {
        Calls.Reply created = calls.post(MAPS + "?dryRun=All", MAP);
        assertThat(created.code()).isEqualTo(201);
        assertThat(created.text("/metadata/uid")).isNotEmpty();
        assertThat(calls.get(MAPS + "/settings").code()).isEqualTo(404);

        JsonNode before = calls.post(MAPS, MAP).body();
        assertThat(calls.merge(MAPS + "/settings?dryRun=All", "{'data':{'a':'9'}}")
                        .text("/data/a"))
                .isEqualTo("9");
        calls.put(MAPS + "/settings?dryRun=All", MAP.replace("'1'", "'9'"));
        calls.delete(MAPS + "/settings?dryRun=All");

        assertThat(calls.get(MAPS + "/settings").body()).isEqualTo(before);
        assertThat(calls.post(MAPS + "?dryRun=Some", MAP).code()).isEqualTo(422);
    }

    @Test
    void toldOfUnknownFieldsAsItWasAsked() {
        String misspelt = MAP.replace("'data'", "'dataa'");

        Calls.Reply strict = calls.post(MAPS + "?fieldValidation=Strict", misspelt);
        Calls.Reply ignored = calls.post(MAPS + "?fieldValidation=Ignore&dryRun=All", misspelt);
        Calls.Reply warned = calls.post(MAPS + "?fieldValidation=Warn", misspelt);

        assertThat(strict.code()).isEqualTo(400);
        assertThat(strict.message())
                .isEqualTo("ConfigMap in version \"v1\" cannot be handled as a ConfigMap: strict decoding error:"
                        + " unknown field \"dataa\"");
        assertThat(ignored.warnings()).isEmpty();
        assertThat(warned.code()).isEqualTo(201);
        assertThat(warned.warnings()).containsExactly("299 - \"unknown field \\\"dataa\\\"\"");
        assertThat(warned.body().has("dataa")).isFalse();
    }

    @Test
    void countsTheGenerationOnlyWhenTheSpecChanges() {
        String path = "/apis/apps/v1/namespaces/shop/deployments";
        assertThat(calls.post(path, Samples.DEPLOYMENT)
                        .body()
                        .at("/metadata/generation")
                        .asInt())
                .isEqualTo(1);

        JsonNode labelled =
                calls.merge(path + "/web", "{'metadata':{'labels':{'x':'y'}}}").body();
        JsonNode scaled = calls.merge(path + "/web", "{'spec':{'replicas':3}}").body();

        assertThat(labelled.at("/metadata/generation").asInt()).isEqualTo(1);
        assertThat(scaled.at("/metadata/generation").asInt()).isEqualTo(2);
    }

    @Test
    void writesStatusOnlyByItsOwnPath() {
        String path = "/apis/apps/v1/namespaces/shop/deployments";
        calls.post(path, Samples.DEPLOYMENT);

        JsonNode main = calls.merge(path + "/web", "{'status':{'replicas':3}}").body();
        JsonNode status = calls.merge(path + "/web/status", "{'status':{'replicas':3},'spec':{'replicas':9}}")
                .body();

        assertThat(main.at("/status").has("replicas")).isFalse();
        assertThat(status.at("/status/replicas").asInt()).isEqualTo(3);
        assertThat(status.at("/spec/replicas").asInt()).isEqualTo(1);
        assertThat(status.at("/metadata/generation").asInt()).isEqualTo(1);
    }

    @Test
    void scalesByTheSubresource() {
        String path = "/apis/apps/v1/namespaces/shop/deployments";
        calls.post(path, Samples.DEPLOYMENT);

        Calls.Reply reply = calls.merge(path + "/web/scale", "{'spec':{'replicas':4}}");

        assertThat(reply.text("/kind")).isEqualTo("Scale");
        JsonNode web = calls.get(path + "/web").body();
        assertThat(web.at("/spec/replicas").asInt()).isEqualTo(4);
        assertThat(web.at("/metadata/managedFields").toString()).contains("\"subresource\":\"scale\"");
    }

    @Test
    void refusesWhatIsTooLarge() {
        String million = "x".repeat(1_000_000);
        Calls.Reply map =
                calls.post(MAPS, MAP.replace("'1'", "'" + million + "x'").replace("'b'", "'" + million + "'"));
        Calls.Reply overData =
                calls.post(MAPS, MAP.replace("settings", "other").replace("'1'", "'" + million + million + "'"));
        Calls.Reply overBody = calls.post(MAPS, MAP.replace("'1'", "'" + million + million + million + million + "'"));
        String widget = "{'apiVersion':'example.org/v1','kind':'Widget','metadata':{'name':'w'},'spec':{'note':'"
                + million + million + "'}}";
        calls.post("/apis/apiextensions.k8s.io/v1/customresourcedefinitions", Samples.WIDGETS);
        Calls.Reply overEtcd = calls.post("/apis/example.org/v1/namespaces/shop/widgets", widget);

        assertThat(map.code()).isEqualTo(201);
        assertThat(overData.code()).isEqualTo(422);
        assertThat(overData.message()).contains("Too long: may not be more than 1048576 bytes");
        assertThat(overBody.code()).isEqualTo(413);
        assertThat(overBody.text("/reason")).isEqualTo("RequestEntityTooLarge");
        assertThat(overEtcd.code()).isEqualTo(500);
        assertThat(overEtcd.message()).isEqualTo("etcdserver: request is too large");
    }

    @Test
    void neverShowsStringData() {
        String path = "/api/v1/namespaces/shop/secrets";
        Calls.Reply reply = calls.post(
                path,
                "{'apiVersion':'v1','kind':'Secret','metadata':{'name':'s'},'data':{'a':'eA=='},'stringData':{'b':'y'}}");

        assertThat(reply.body().get("data")).isEqualTo(Calls.json("{'a':'eA==','b':'eQ=='}"));
        assertThat(reply.body().has("stringData")).isFalse();
        assertThat(reply.text("/type")).isEqualTo("Opaque");
        assertThat(calls.merge(path + "/s", "{'stringData':{'a':'z'}}").text("/data/a"))
                .isEqualTo("eg==");
    }
}

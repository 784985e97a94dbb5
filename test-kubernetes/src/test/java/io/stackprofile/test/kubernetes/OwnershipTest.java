package io.stackprofile.test.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class OwnershipTest {

    private static final String MAP = "/api/v1/namespaces/shop/configmaps/settings";
    private static final String SETTINGS =
            "{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'settings'},'data':{'a':'1','b':'2'}}";

    private final ApiServer server = ApiServer.start();
    private final Calls calls = new Calls(server).namespace("shop");

    @AfterEach
    void stop() {
        server.close();
    }

    private Calls.Reply apply(String manager, String body) {
        return calls.apply(MAP, manager, Calls.quoted(body));
    }

    private static JsonNode fields(JsonNode object, String manager, String operation) {
        return Calls.entry(object, manager, operation).path("fieldsV1");
    }

    @Test
    void goesToWhoeverChangesAField() {
        apply("team", SETTINGS);

        JsonNode changed =
                calls.from("curl").merge(MAP, "{'data':{'b':'3','c':'4'}}").body();

        assertThat(fields(changed, "team", "Apply")).isEqualTo(Calls.json("{'f:data':{'f:a':{}}}"));
        assertThat(fields(changed, "curl", "Update")).isEqualTo(Calls.json("{'f:data':{'f:b':{},'f:c':{}}}"));
        assertThat(Calls.entry(changed, "curl", "Update").at("/time").asString())
                .endsWith("Z");
    }

    @Test
    void staysWithAnUpdateOfTheSameValue() {
        apply("team", SETTINGS);

        JsonNode same = calls.from("curl").merge(MAP, "{'data':{'b':'2'}}").body();

        assertThat(Calls.entry(same, "curl", "Update").isMissingNode()).isTrue();
    }

    @Test
    void endsWhenAFieldIsRemoved() {
        apply("team", SETTINGS);

        JsonNode left = calls.merge(MAP, "{'data':{'b':null}}").body();

        assertThat(fields(left, "team", "Apply")).isEqualTo(Calls.json("{'f:data':{'f:a':{}}}"));
        assertThat(apply("team", SETTINGS).text("/data/b")).isEqualTo("2");
    }

    @Test
    void ofAllIsGivenUpByAnEmptyApply() {
        apply("team", SETTINGS);

        JsonNode left = apply("team", "{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'settings'}}")
                .body();

        assertThat(left.has("data")).isFalse();
        assertThat(left.at("/metadata").has("managedFields")).isFalse();
    }

    @Test
    void ofAnObjectWithoutOwnersIsGivenToNobodyInParticular() {
        ObjectNode raw = Calls.json(SETTINGS);
        ((ObjectNode) raw.get("metadata")).put("namespace", "shop");
        server.put(raw);

        Calls.Reply conflict = apply("team", SETTINGS.replace("'2'", "'3'"));

        assertThat(conflict.message())
                .isEqualTo("Apply failed with 1 conflict: conflict with \"before-first-apply\" using v1: .data.b");
        assertThat(apply("team", SETTINGS).code()).isEqualTo(200);
    }

    @Test
    void ofEditsIsTheirManagers() {
        apply("team", SETTINGS);

        server.edit("hpa", "v1", "ConfigMap", "shop", "settings", map -> ((ObjectNode) map.get("data")).put("a", "9"));

        assertThat(apply("team", SETTINGS).message())
                .isEqualTo("Apply failed with 1 conflict: conflict with \"hpa\" using v1: .data.a");
        assertThat(server.object("v1", "ConfigMap", "shop", "settings")
                        .orElseThrow()
                        .at("/data/a")
                        .asString())
                .isEqualTo("9");
    }

    @Test
    void ofStatusIsKeptApart() {
        calls.post("/apis/apps/v1/namespaces/shop/deployments", Samples.DEPLOYMENT);

        JsonNode web = server.editStatus(
                "kubelet",
                "apps/v1",
                "Deployment",
                "shop",
                "web",
                live -> ((ObjectNode) live.get("status")).put("replicas", 1));

        JsonNode entry = Calls.entry(web, "kubelet", "Update");
        assertThat(entry.at("/subresource").asString()).isEqualTo("status");
        assertThat(entry.get("fieldsV1")).isEqualTo(Calls.json("{'f:status':{'f:replicas':{}}}"));
    }

    @Test
    void ofListItemsIsByKey() {
        String path = "/apis/apps/v1/namespaces/shop/deployments/web";
        calls.apply(path, "team", Calls.quoted(Samples.DEPLOYMENT));
        String sidecar = """
                {'apiVersion':'apps/v1','kind':'Deployment','metadata':{'name':'web'},'spec':{'template':{'spec':{
                'containers':[{'name':'proxy','image':'example.org/proxy:1'}]}}}}""";

        JsonNode both = calls.apply(path, "mesh", Calls.quoted(sidecar)).body();
        assertThat(both.at("/spec/template/spec/containers").size()).isEqualTo(2);
        assertThat(calls.apply(path, "team", Calls.quoted(Samples.DEPLOYMENT)).body())
                .isEqualTo(both);

        JsonNode without = calls.apply(
                        path,
                        "mesh",
                        Calls.quoted("{'apiVersion':'apps/v1','kind':'Deployment','metadata':{'name':'web'}}"))
                .body();
        assertThat(without.at("/spec/template/spec/containers").size()).isEqualTo(1);
        assertThat(without.at("/spec/template/spec/containers/0/name").asString())
                .isEqualTo("web");
    }

    @Test
    void ofAtomicListsIsWhole() {
        String path = "/apis/apps/v1/namespaces/shop/deployments/web";
        String first = Samples.DEPLOYMENT.replace("'image'", "'args':['a'],'image'");
        calls.apply(path, "team", Calls.quoted(first));

        Calls.Reply conflict = calls.apply(path, "other", Calls.quoted(first.replace("['a']", "['a','b']")));

        assertThat(conflict.text("/details/causes/0/field"))
                .isEqualTo(".spec.template.spec.containers[name=\"web\"].args");
    }

    @Test
    void ofStringDataIsOwnedAsItWasSent() {
        String secret =
                "{'apiVersion':'v1','kind':'Secret','metadata':{'name':'s'},'stringData':{'password':'hunter2'}}";

        JsonNode made = calls.apply("/api/v1/namespaces/shop/secrets/s", "team", Calls.quoted(secret))
                .body();

        assertThat(fields(made, "team", "Apply")).isEqualTo(Calls.json("{'f:stringData':{'f:password':{}}}"));
        assertThat(made.at("/data/password").asString()).isEqualTo("aHVudGVyMg==");
        assertThat(server.snapshot()).contains("aHVudGVyMg==").doesNotContain("hunter2");
    }

    @Test
    void isReachedByAKubeconfig(@TempDir Path folder) throws Exception {
        String text = Files.readString(server.kubeconfig(folder, "a-token"));

        assertThat(text).contains("server: " + server.url(), "token: a-token", "current-context: test");
    }
}

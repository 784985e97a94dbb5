package io.stackprofile.test.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class NamespacesTest {

    private static final String MAP = "{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'settings'}}";
    private static final String SHOP = "/api/v1/namespaces/shop";

    @Test
    void areMadeWithLabelFinalizerAndPhase() {
        try (ApiServer server = ApiServer.start()) {
            JsonNode shop = new Calls(server).namespace("shop").get(SHOP).body();

            assertThat(shop.at("/metadata/labels")).isEqualTo(Calls.json("{'kubernetes.io/metadata.name':'shop'}"));
            assertThat(shop.at("/spec")).isEqualTo(Calls.json("{'finalizers':['kubernetes']}"));
            assertThat(shop.at("/status")).isEqualTo(Calls.json("{'phase':'Active'}"));
        }
    }

    @Test
    void stayTerminatingWithoutControllersUntilTheyAreFinalized() {
        try (ApiServer server = ApiServer.start()) {
            Calls calls = new Calls(server).namespace("shop");
            calls.post(SHOP + "/configmaps", MAP);

            assertThat(calls.delete(SHOP).text("/status/phase")).isEqualTo("Terminating");
            Calls.Reply refused = calls.post(SHOP + "/configmaps", MAP.replace("settings", "more"));
            assertThat(refused.code()).isEqualTo(403);
            assertThat(refused.message())
                    .isEqualTo(
                            "configmaps \"more\" is forbidden: unable to create new content in namespace shop because"
                                    + " it is being terminated");
            assertThat(refused.text("/details/causes/0/reason")).isEqualTo("NamespaceTerminating");
            assertThat(calls.apply(SHOP + "/configmaps/settings", "team", MAP).code())
                    .isEqualTo(200);

            calls.delete(SHOP + "/configmaps/settings");
            Calls.Reply done = calls.put(
                    SHOP + "/finalize",
                    "{'apiVersion':'v1','kind':'Namespace','metadata':{'name':'shop'},'spec':{'finalizers':[]}}");

            assertThat(done.code()).isEqualTo(200);
            assertThat(calls.get(SHOP).code()).isEqualTo(404);
        }
    }

    @Test
    void areFilledAndEmptiedByControllers() {
        try (ApiServer server = ApiServer.builder().controllers(true).start()) {
            Calls calls = new Calls(server).namespace("shop");
            calls.post(SHOP + "/configmaps", MAP);
            assertThat(calls.get(SHOP + "/serviceaccounts/default").code()).isEqualTo(200);
            assertThat(calls.get(SHOP + "/configmaps/kube-root-ca.crt").code()).isEqualTo(200);

            calls.delete(SHOP);

            assertThat(calls.get(SHOP).code()).isEqualTo(404);
            assertThat(server.snapshot()).doesNotContain("/shop/");
        }
    }

    @Test
    void waitForTheFinalizersInThemEvenWithControllers() {
        try (ApiServer server = ApiServer.builder().controllers(true).start()) {
            Calls calls = new Calls(server).namespace("shop");
            calls.post(SHOP + "/configmaps", MAP.replace("'name'", "'finalizers':['example.org/hold'],'name'"));

            calls.delete(SHOP);
            assertThat(calls.get(SHOP).text("/status/phase")).isEqualTo("Terminating");
            calls.merge(SHOP + "/configmaps/settings", "{'metadata':{'finalizers':null}}");

            assertThat(calls.get(SHOP).code()).isEqualTo(404);
        }
    }

    @Test
    void ofTheClusterMayNotBeDeleted() {
        try (ApiServer server = ApiServer.start()) {
            assertThat(new Calls(server).delete("/api/v1/namespaces/default").code())
                    .isEqualTo(403);
        }
    }
}

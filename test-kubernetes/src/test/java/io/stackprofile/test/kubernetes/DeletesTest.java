package io.stackprofile.test.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeletesTest {

    private static final String MAPS = "/api/v1/namespaces/shop/configmaps";
    private static final String MAP = "{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'settings'}}";

    private final ApiServer server = ApiServer.start();
    private final Calls calls = new Calls(server).namespace("shop");

    @AfterEach
    void stop() {
        server.close();
    }

    private Calls.Reply delete(String path, String options) {
        return calls.call("DELETE", path, options, "application/json");
    }

    @Test
    void answersWithASuccess() {
        String uid = calls.post(MAPS, MAP).text("/metadata/uid");

        Calls.Reply reply = calls.delete(MAPS + "/settings");

        assertThat(reply.code()).isEqualTo(200);
        assertThat(reply.text("/status")).isEqualTo("Success");
        assertThat(reply.body().get("details"))
                .isEqualTo(Calls.json("{'name':'settings','kind':'configmaps','uid':'" + uid + "'}"));
        assertThat(calls.get(MAPS + "/settings").code()).isEqualTo(404);
        assertThat(calls.delete(MAPS + "/settings").code()).isEqualTo(404);
    }

    @Test
    void keepsWhatIsNotWhatTheCallerSaw() {
        String revision = calls.post(MAPS, MAP).text("/metadata/resourceVersion");
        calls.merge(MAPS + "/settings", "{'data':{'a':'1'}}");

        Calls.Reply byUid = delete(MAPS + "/settings", "{'preconditions':{'uid':'other'}}");
        Calls.Reply byRevision = delete(MAPS + "/settings", "{'preconditions':{'resourceVersion':'" + revision + "'}}");

        assertThat(byUid.code()).isEqualTo(409);
        assertThat(byUid.message()).contains("Precondition failed: UID in precondition: other, UID in object meta: ");
        assertThat(byRevision.code()).isEqualTo(409);
        assertThat(calls.get(MAPS + "/settings").code()).isEqualTo(200);
    }

    @Test
    void waitsForFinalizers() {
        calls.post(MAPS, MAP.replace("'name'", "'finalizers':['example.org/hold'],'name'"));

        assertThat(calls.delete(MAPS + "/settings").text("/metadata/deletionTimestamp"))
                .isNotEmpty();
        assertThat(calls.get(MAPS + "/settings").code()).isEqualTo(200);
        calls.merge(MAPS + "/settings", "{'metadata':{'finalizers':null}}");

        assertThat(calls.get(MAPS + "/settings").code()).isEqualTo(404);
    }

    @Test
    void neverEndsAForegroundDeletionWithoutAGarbageCollector() {
        calls.post(MAPS, MAP);

        calls.delete(MAPS + "/settings?propagationPolicy=Foreground");

        assertThat(calls.get(MAPS + "/settings")
                        .body()
                        .at("/metadata/finalizers")
                        .toString())
                .isEqualTo("[\"foregroundDeletion\"]");
    }

    @Test
    void protectsClaimsFromDeletion() {
        String path = "/api/v1/namespaces/shop/persistentvolumeclaims";
        calls.post(
                path,
                "{'apiVersion':'v1','kind':'PersistentVolumeClaim','metadata':{'name':'data'},'spec':{'accessModes':"
                        + "['ReadWriteOnce'],'resources':{'requests':{'storage':'1Gi'}}}}");

        calls.delete(path + "/data");

        assertThat(calls.get(path + "/data").body().at("/metadata/finalizers").toString())
                .isEqualTo("[\"kubernetes.io/pvc-protection\"]");
    }

    @Test
    void deletesWhatASelectorFinds() {
        calls.post(MAPS, MAP.replace("'name'", "'labels':{'a':'b'},'name'"));
        calls.post(MAPS, MAP.replace("settings", "others"));

        calls.delete(MAPS + "?labelSelector=a%3Db");

        assertThat(calls.get(MAPS).body().at("/items").size()).isEqualTo(1);
        assertThat(calls.delete("/api/v1/configmaps").code()).isEqualTo(405);
    }
}

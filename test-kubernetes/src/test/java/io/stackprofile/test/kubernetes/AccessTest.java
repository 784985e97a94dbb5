package io.stackprofile.test.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccessTest {

    private static final String WEB = "/apis/apps/v1/namespaces/shop/deployments/web";

    private final ApiServer server = ApiServer.start();
    private final Calls admin = new Calls(server).namespace("shop").namespace("office");

    @AfterEach
    void stop() {
        server.close();
    }

    private Calls allowed(List<String> verbs, String... resources) {
        server.allow(
                "t",
                "system:serviceaccount:shop:deployer",
                List.of(new Rule(verbs, List.of("apps"), List.of(resources), List.of("shop"))));
        return admin.as("t");
    }

    @Test
    void refusesATokenItDoesNotKnow() {
        Calls.Reply reply = admin.as("nobody").get(WEB);
        server.expire(server.adminToken());

        assertThat(reply.code()).isEqualTo(401);
        assertThat(reply.text("/reason")).isEqualTo("Unauthorized");
        assertThat(admin.get(WEB).code()).isEqualTo(401);
        assertThat(admin.as("").get(WEB).message()).contains("User \"system:anonymous\" cannot get");
    }

    @Test
    void saysWhoMayNotDoWhatWhere() {
        Calls calls = allowed(List.of("get"), "deployments");

        Calls.Reply patch = calls.merge(WEB, "{}");
        Calls.Reply list = calls.get("/apis/apps/v1/deployments");
        Calls.Reply elsewhere = calls.get("/api/v1/namespaces/office/secrets/s");

        assertThat(patch.code()).isEqualTo(403);
        assertThat(patch.message())
                .isEqualTo("deployments.apps \"web\" is forbidden: User \"system:serviceaccount:shop:deployer\" cannot"
                        + " patch resource \"deployments\" in API group \"apps\" in the namespace \"shop\"");
        assertThat(list.message())
                .isEqualTo("deployments.apps is forbidden: User \"system:serviceaccount:shop:deployer\" cannot list"
                        + " resource \"deployments\" in API group \"apps\" at the cluster scope");
        assertThat(elsewhere.message())
                .endsWith("cannot get resource \"secrets\" in API group \"\" in the namespace \"office\"");
        assertThat(calls.get(WEB).code()).isEqualTo(404);
        assertThat(calls.get("/apis/apps/v1").code()).isEqualTo(200);
    }

    @Test
    void wantsCreateBesidePatchForAnApplyThatMakesAnObject() {
        Calls patching = allowed(List.of("patch"), "deployments");
        String body = Calls.quoted(Samples.DEPLOYMENT);

        assertThat(patching.apply(WEB, "team", body).message()).contains("cannot create resource \"deployments\"");
        admin.apply(WEB, "team", body);

        assertThat(patching.apply(WEB, "team", body).code()).isEqualTo(200);
    }

    @Test
    void tellsSubresourcesApart() {
        admin.post("/apis/apps/v1/namespaces/shop/deployments", Samples.DEPLOYMENT);
        Calls calls = allowed(List.of("get", "patch"), "deployments");

        assertThat(calls.get(WEB + "/scale").message()).contains("cannot get resource \"deployments/scale\"");
    }

    @Test
    void answersWhatACallerMayDo() {
        Calls calls = allowed(List.of("get"), "deployments");
        String review = """
                {'apiVersion':'authorization.k8s.io/v1','kind':'SelfSubjectAccessReview','spec':{'resourceAttributes':
                {'verb':'get','group':'apps','resource':'deployments','namespace':'shop'}}}""";
        String path = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";

        assertThat(calls.post(path, review).body().at("/status/allowed").asBoolean())
                .isTrue();
        assertThat(calls.post(path, review.replace("get", "list"))
                        .body()
                        .at("/status/allowed")
                        .asBoolean())
                .isFalse();
    }
}

package io.stackprofile.test.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ValidationTest {

    private static final String SHOP = "/api/v1/namespaces/shop";
    private static final String DEPLOYMENTS = "/apis/apps/v1/namespaces/shop/deployments";

    private final ApiServer server = ApiServer.start();
    private final Calls calls = new Calls(server).namespace("shop");

    @AfterEach
    void stop() {
        server.close();
    }

    private static void assertInvalid(Calls.Reply reply, String field, String why) {
        assertThat(reply.code()).isEqualTo(422);
        assertThat(reply.text("/reason")).isEqualTo("Invalid");
        assertThat(reply.text("/details/causes/0/field")).isEqualTo(field);
        assertThat(reply.message()).contains(field + ": ", why);
    }

    @Test
    void refusesNamesThatAreNone() {
        assertInvalid(
                calls.post(SHOP + "/configmaps", "{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'A_b'}}"),
                "metadata.name",
                "RFC 1123 subdomain");
        assertInvalid(
                calls.post("/api/v1/namespaces", "{'apiVersion':'v1','kind':'Namespace','metadata':{'name':'a.b'}}"),
                "metadata.name",
                "RFC 1123 label");
        assertInvalid(
                calls.post(SHOP + "/configmaps", "{'apiVersion':'v1','kind':'ConfigMap','metadata':{}}"),
                "metadata.name",
                "name or generateName is required");
    }

    @Test
    void refusesLabelsAndAnnotationsThatAreNone() {
        String map = "{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'m',%s}}";

        assertInvalid(
                calls.post(SHOP + "/configmaps", map.formatted("'labels':{'a':'" + "x".repeat(64) + "'}")),
                "metadata.labels",
                "must be no more than 63 bytes");
        assertInvalid(
                calls.post(SHOP + "/configmaps", map.formatted("'annotations':{'a':'" + "x".repeat(262144) + "'}")),
                "metadata.annotations",
                "Too long: may not be more than 262144 bytes");
    }

    @Test
    void refusesAWorkloadThatDoesNotSelectItsPods() {
        assertInvalid(
                calls.post(
                        DEPLOYMENTS,
                        Samples.DEPLOYMENT.replace("{'app':'web'}},'template'", "{'app':'x'}},'template'")),
                "spec.template.metadata.labels",
                "`selector` does not match template `labels`");
        assertInvalid(
                calls.post(DEPLOYMENTS, Samples.DEPLOYMENT.replace("'image':'example.org/web:1',", "")),
                "spec.template.spec.containers[0].image",
                "Required value");
        Calls.Reply type =
                calls.post(DEPLOYMENTS, Samples.DEPLOYMENT.replace("'selector'", "'replicas':'two','selector'"));
        assertThat(type.code()).isEqualTo(400);
        assertThat(type.message()).contains("cannot be handled as a Deployment");
    }

    @Test
    void keepsWhatMayNotChange() {
        calls.post(DEPLOYMENTS, Samples.DEPLOYMENT);
        assertInvalid(
                calls.put(DEPLOYMENTS + "/web", Samples.DEPLOYMENT.replace("'app':'web'", "'app':'other'")),
                "spec.selector",
                "field is immutable");

        calls.post(SHOP + "/services", Samples.SERVICE);
        assertInvalid(
                calls.merge(SHOP + "/services/web", "{'spec':{'clusterIP':'10.0.0.9'}}"),
                "spec.clusterIPs[0]",
                "may not change once set");

        calls.post(
                SHOP + "/secrets",
                "{'apiVersion':'v1','kind':'Secret','metadata':{'name':'s'},'immutable':true,'data':{'a':'eA=='}}");
        assertInvalid(
                calls.merge(SHOP + "/secrets/s", "{'data':{'a':'eQ=='}}"),
                "data",
                "field is immutable when `immutable` is set");
        assertInvalid(calls.merge(SHOP + "/secrets/s", "{'type':'x/y'}"), "type", "field is immutable");
    }

    @Test
    void keepsMostOfStatefulSetsAndJobs() {
        String sets = DEPLOYMENTS.replace("deployments", "statefulsets");
        calls.post(
                sets,
                Samples.DEPLOYMENT
                        .replace("Deployment", "StatefulSet")
                        .replace("'selector'", "'serviceName':'a','selector'"));
        assertInvalid(
                calls.merge(sets + "/web", "{'spec':{'serviceName':'b'}}"),
                "spec",
                "updates to statefulset spec for fields other than");
        assertThat(calls.merge(sets + "/web", "{'spec':{'replicas':3}}").code()).isEqualTo(200);

        String jobs = "/apis/batch/v1/namespaces/shop/jobs";
        calls.post(jobs, """
                {'apiVersion':'batch/v1','kind':'Job','metadata':{'name':'j'},'spec':{'template':{'spec':
                {'restartPolicy':'Never','containers':[{'name':'c','image':'i:1'}]}}}}""");
        assertInvalid(
                calls.merge(jobs + "/j", "{'spec':{'template':{'spec':{'restartPolicy':'OnFailure'}}}}"),
                "spec.template",
                "field is immutable");
    }
}

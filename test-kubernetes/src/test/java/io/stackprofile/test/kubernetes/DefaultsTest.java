package io.stackprofile.test.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Of kinds and cases that the recorded objects do not hold. */
class DefaultsTest {

    private static final String SHOP = "/api/v1/namespaces/shop";

    private final ApiServer server = ApiServer.start();
    private final Calls calls = new Calls(server).namespace("shop");

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void giveServicesAddressesThatStay() {
        JsonNode spec = calls.post(SHOP + "/services", Samples.SERVICE).body().get("spec");

        assertThat(spec.at("/clusterIP").asString()).startsWith("10.96.");
        assertThat(spec.at("/clusterIPs/0")).isEqualTo(spec.at("/clusterIP"));
        assertThat(spec.at("/ports/0")).isEqualTo(Calls.json("{'port':80,'protocol':'TCP','targetPort':80}"));
        JsonNode replaced = calls.put(SHOP + "/services/web", Samples.SERVICE.replace("80", "81"))
                .body();
        assertThat(replaced.at("/spec/clusterIP")).isEqualTo(spec.at("/clusterIP"));
        assertThat(replaced.at("/spec/ports/0/port").asInt()).isEqualTo(81);
    }

    @Test
    void giveNodePortsThatStay() {
        String nodePort = Samples.SERVICE.replace("'selector'", "'type':'NodePort','selector'");
        JsonNode made = calls.post(SHOP + "/services", nodePort).body();

        assertThat(made.at("/spec/ports/0/nodePort").asInt()).isBetween(30000, 32767);
        assertThat(made.at("/spec/externalTrafficPolicy").asString()).isEqualTo("Cluster");
        assertThat(calls.put(SHOP + "/services/web", nodePort).body().at("/spec/ports/0/nodePort"))
                .isEqualTo(made.at("/spec/ports/0/nodePort"));
    }

    @Test
    void leaveExternalNamesWithoutAddress() {
        JsonNode spec = calls.post(
                        SHOP + "/services",
                        "{'apiVersion':'v1','kind':'Service','metadata':{'name':'x'},'spec':{'type':'ExternalName',"
                                + "'externalName':'example.org'}}")
                .body()
                .get("spec");

        assertThat(spec)
                .isEqualTo(Calls.json("{'type':'ExternalName','externalName':'example.org','sessionAffinity':'None'}"));
    }

    @Test
    void giveJobsASelectorOfTheirOwn() {
        JsonNode job = calls.post("/apis/batch/v1/namespaces/shop/jobs", """
                        {'apiVersion':'batch/v1','kind':'Job','metadata':{'name':'j'},'spec':{'template':{'spec':
                        {'restartPolicy':'Never','containers':[{'name':'c','image':'i'}]}}}}""").body();

        String uid = job.at("/metadata/uid").asString();
        assertThat(job.at("/spec/selector/matchLabels/batch.kubernetes.io~1controller-uid")
                        .asString())
                .isEqualTo(uid);
        assertThat(job.at("/spec/template/metadata/labels/job-name").asString()).isEqualTo("j");
        assertThat(job.at("/spec/backoffLimit").asInt()).isEqualTo(6);
        assertThat(job.at("/spec/completions").asInt()).isEqualTo(1);
        assertThat(job.at("/spec/template/spec/containers/0/imagePullPolicy").asString())
                .isEqualTo("Always");
    }

    @Test
    void giveCronJobsNoDefaultsOfTheirJobs() {
        JsonNode spec = calls.post("/apis/batch/v1/namespaces/shop/cronjobs", """
                        {'apiVersion':'batch/v1','kind':'CronJob','metadata':{'name':'c'},'spec':{
                        'schedule':'* * * * *','jobTemplate':{'spec':{'template':{'spec':{'restartPolicy':'Never',
                        'containers':[{'name':'c','image':'i:1'}]}}}}}}""")
                .body()
                .get("spec");

        assertThat(spec.at("/concurrencyPolicy").asString()).isEqualTo("Allow");
        assertThat(spec.at("/successfulJobsHistoryLimit").asInt()).isEqualTo(3);
        assertThat(spec.at("/jobTemplate/spec").has("backoffLimit")).isFalse();
        assertThat(spec.at("/jobTemplate/spec/template/spec/dnsPolicy").asString())
                .isEqualTo("ClusterFirst");
    }

    @Test
    void giveWebhooksTheirPolicies() {
        JsonNode hook = calls.post("/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations", """
                        {'apiVersion':'admissionregistration.k8s.io/v1','kind':'ValidatingWebhookConfiguration',
                        'metadata':{'name':'h'},'webhooks':[{'name':'h.example.org','sideEffects':'None',
                        'admissionReviewVersions':['v1'],'clientConfig':{'service':{'name':'s','namespace':'shop'}},
                        'rules':[{'apiGroups':[''],'apiVersions':['v1'],'resources':['pods'],'operations':['*']}]}]}""")
                .body()
                .at("/webhooks/0");

        assertThat(hook.at("/failurePolicy").asString()).isEqualTo("Fail");
        assertThat(hook.at("/timeoutSeconds").asInt()).isEqualTo(10);
        assertThat(hook.at("/clientConfig/service/port").asInt()).isEqualTo(443);
        assertThat(hook.at("/rules/0/scope").asString()).isEqualTo("*");
        assertThat(hook.at("/namespaceSelector").isObject()).isTrue();
    }

    @Test
    void writeQuantitiesInOneForm() {
        JsonNode resources = calls.post(
                        "/apis/apps/v1/namespaces/shop/deployments",
                        Samples.DEPLOYMENT.replace(
                                "'name':'web','image'",
                                "'name':'web','resources':{'limits':{'cpu':0.5,'memory':'1024Mi'},"
                                        + "'requests':{'cpu':'2000m','memory':'1.5Gi'}},'image'"))
                .body()
                .at("/spec/template/spec/containers/0/resources");

        assertThat(resources)
                .isEqualTo(Calls.json(
                        "{'limits':{'cpu':'500m','memory':'1Gi'},'requests':{'cpu':'2','memory':'1536Mi'}}"));
    }

    @Test
    void leaveOutWhatIsZero() {
        JsonNode web = calls.post(
                        "/apis/apps/v1/namespaces/shop/deployments",
                        Samples.DEPLOYMENT
                                .replace("'metadata':{'name':'web'}", "'metadata':{'name':'web','annotations':{}}")
                                .replace(
                                        "'name':'web','image'",
                                        "'name':'web','args':[],'tty':false,'env':[{'name':'E','value':''}],'image'"))
                .body();

        assertThat(web.at("/metadata").has("annotations")).isFalse();
        JsonNode container = web.at("/spec/template/spec/containers/0");
        assertThat(container.has("args")).isFalse();
        assertThat(container.has("tty")).isFalse();
        assertThat(container.at("/env/0")).isEqualTo(Calls.json("{'name':'E'}"));
    }
}

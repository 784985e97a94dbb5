package io.stackprofile.test.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ApplyRefusalsTest {

    private static final String PATH = "/apis/apps/v1/namespaces/shop/deployments/web";

    private final ApiServer server = ApiServer.start();
    private final Calls calls = new Calls(server).namespace("shop");

    @AfterEach
    void stop() {
        server.close();
    }

    private Calls.Reply apply(String body) {
        return calls.apply(PATH, "team", Calls.quoted(body));
    }

    @Test
    void wantsAFieldManager() {
        Calls.Reply reply = calls.call("PATCH", PATH, Samples.DEPLOYMENT, Calls.APPLY + ";charset=utf-8");

        assertThat(reply.code()).isEqualTo(422);
        assertThat(reply.message()).contains("fieldManager: Required value: is required for apply patch");
        assertThat(calls.merge(PATH + "?force=true", "{}").message())
                .contains("force: Forbidden: may not be specified for non-apply patch");
    }

    @Test
    void refusesUnknownFieldsWhateverTheValidation() {
        Calls.Reply reply = apply(Samples.DEPLOYMENT.replace("'selector'", "'replicaz':1,'selector'"));

        assertThat(reply.code()).isEqualTo(500);
        assertThat(reply.message())
                .isEqualTo("failed to create typed patch object (shop/web; apps/v1, Kind=Deployment):"
                        + " .spec.replicaz: field not declared in schema");
    }

    @Test
    void refusesValuesOfAnotherType() {
        assertThat(apply(Samples.DEPLOYMENT.replace("'selector'", "'replicas':'two','selector'"))
                        .message())
                .endsWith(".spec.replicas: expected numeric (int or float), got string");
    }

    @Test
    void refusesItemsThatCannotBeToldApart() {
        String port = "{'containerPort':80}";

        assertThat(apply(Samples.DEPLOYMENT.replace(port, port + "," + port)).message())
                .endsWith(": duplicate entries for key [containerPort=80,protocol=\"TCP\"]");
        assertThat(apply(Samples.DEPLOYMENT.replace("'name':'web','image'", "'image'"))
                        .message())
                .contains("associative list with keys has an element that omits key field");
    }

    @Test
    void refusesManagedFieldsAndForeignIdentities() {
        assertThat(apply(Samples.DEPLOYMENT.replace("'name':'web'}", "'name':'web','managedFields':[{'manager':'x'}]}"))
                        .message())
                .isEqualTo("metadata.managedFields must be nil");
        assertThat(apply(Samples.DEPLOYMENT.replace("'name':'web'}", "'name':'web','uid':'u'}"))
                        .message())
                .isEqualTo(
                        "Operation cannot be fulfilled on deployments.apps \"web\": uid mismatch: the provided object"
                                + " specified uid u, and no existing object was found");
        String revision = apply(Samples.DEPLOYMENT).text("/metadata/resourceVersion");
        calls.merge(PATH, "{'metadata':{'labels':{'a':'b'}}}");
        assertThat(apply(Samples.DEPLOYMENT.replace(
                                "'name':'web'}", "'name':'web','resourceVersion':'" + revision + "'}"))
                        .code())
                .isEqualTo(409);
        assertThat(apply(Samples.DEPLOYMENT.replace("'name':'web'}", "'name':'web','uid':'u'}"))
                        .message())
                .contains("Precondition failed: UID in precondition: u, UID in object meta: ");
    }

    @Test
    void namesEveryConflictByItsManager() {
        apply(Samples.DEPLOYMENT);
        calls.apply(PATH, "other", Calls.quoted("""
                        {'apiVersion':'apps/v1','kind':'Deployment','metadata':{'name':'web'},
                        'spec':{'paused':true,'replicas':1}}"""));
        calls.from("kubectl").merge(PATH, "{'spec':{'minReadySeconds':5}}");

        Calls.Reply reply = apply(
                Samples.DEPLOYMENT.replace("'selector'", "'paused':false,'replicas':2,'minReadySeconds':6,'selector'"));

        assertThat(reply.code()).isEqualTo(409);
        assertThat(reply.message()).isEqualTo("""
                        Apply failed with 3 conflicts: conflicts with "kubectl" using apps/v1:
                        - .spec.minReadySeconds
                        conflicts with "other":
                        - .spec.paused
                        - .spec.replicas""");
        assertThat(reply.body().at("/details/causes").size()).isEqualTo(3);
    }

    @Test
    void leavesEverythingAsItWasAfterAConflict() {
        apply(Samples.DEPLOYMENT);
        calls.merge(PATH, "{'spec':{'replicas':5}}");
        String before = server.snapshot();

        apply(Samples.DEPLOYMENT.replace("'selector'", "'replicas':2,'selector'"));

        assertThat(server.snapshot()).isEqualTo(before);
    }
}

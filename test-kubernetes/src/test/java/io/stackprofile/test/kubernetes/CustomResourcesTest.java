package io.stackprofile.test.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CustomResourcesTest {

    private static final String CRDS = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
    private static final String WIDGETS = "/apis/example.org/v1/namespaces/shop/widgets";
    private static final String WIDGET = """
            {'apiVersion':'example.org/v1','kind':'Widget','metadata':{'name':'w'},
            'spec':{'note':'n','parts':[{'id':'a','count':1}],'free':{'any':{'thing':1}}}}""";

    private static Calls on(ApiServer server) {
        Calls calls = new Calls(server).namespace("shop");
        calls.post(CRDS, Samples.WIDGETS);
        return calls;
    }

    @Test
    void areServedOnceTheirDefinitionIsEstablished() {
        try (ApiServer server =
                ApiServer.builder().holdCustomResourceDefinitions(true).start()) {
            Calls calls = on(server);
            assertThat(calls.post(WIDGETS, WIDGET).code()).isEqualTo(404);
            assertThat(calls.get(CRDS + "/widgets.example.org")
                            .body()
                            .at("/status/conditions")
                            .size())
                    .isZero();

            server.establish("widgets.example.org");

            JsonNode conditions =
                    calls.get(CRDS + "/widgets.example.org").body().at("/status/conditions");
            assertThat(conditions.toString()).contains("\"type\":\"Established\"", "\"type\":\"NamesAccepted\"");
            assertThat(calls.post(WIDGETS, WIDGET).code()).isEqualTo(201);
        }
    }

    @Test
    void getTheDefaultsOfTheirSchemaAndLoseWhatItDoesNotKnow() {
        try (ApiServer server = ApiServer.start()) {
            Calls.Reply reply = on(server).post(WIDGETS, WIDGET.replace("'note'", "'odd':1,'note'"));

            assertThat(reply.body().at("/spec"))
                    .isEqualTo(Calls.json(
                            "{'note':'n','parts':[{'id':'a','count':1}],'free':{'any':{'thing':1}},'size':3}"));
            assertThat(reply.warnings()).containsExactly("299 - \"unknown field \\\"spec.odd\\\"\"");
            assertThat(reply.body().at("/metadata/generation").asInt()).isEqualTo(1);
        }
    }

    @Test
    void areHeldToTheirSchema() {
        try (ApiServer server = ApiServer.start()) {
            Calls calls = on(server);

            Calls.Reply missing = calls.post(WIDGETS, WIDGET.replace("'note':'n',", ""));
            Calls.Reply type = calls.post(WIDGETS, WIDGET.replace("'note':'n'", "'note':'n','size':'big'"));
            Calls.Reply value = calls.post(WIDGETS, WIDGET.replace("'note':'n'", "'note':'n','colour':'blue'"));

            assertThat(missing.message()).isEqualTo("Widget.example.org \"w\" is invalid: spec.note: Required value");
            assertThat(type.code()).isEqualTo(422);
            assertThat(type.text("/details/causes/0/field")).isEqualTo("spec.size");
            assertThat(value.message())
                    .contains("spec.colour: Unsupported value: supported values: \"red\", \"green\"");
        }
    }

    @Test
    void areMergedByTheKeysOfTheirSchema() {
        try (ApiServer server = ApiServer.start()) {
            Calls calls = on(server);
            calls.apply(WIDGETS + "/w", "team", Calls.quoted(WIDGET));

            Calls.Reply reply = calls.apply(WIDGETS + "/w", "other", Calls.quoted("""
                            {'apiVersion':'example.org/v1','kind':'Widget','metadata':{'name':'w'},
                            'spec':{'parts':[{'id':'b','count':2}],'tags':['x']}}"""));

            assertThat(reply.code()).isEqualTo(200);
            assertThat(reply.body().at("/spec/parts").toString())
                    .isEqualTo("[{\"id\":\"b\",\"count\":2},{\"id\":\"a\",\"count\":1}]");
            assertThat(Calls.entry(reply.body(), "other", "Apply").get("fieldsV1"))
                    .isEqualTo(Calls.json("""
                                    {"f:spec":{"f:parts":{"k:{\\"id\\":\\"b\\"}":{".":{},"f:count":{},"f:id":{}}},
                                    "f:tags":{}}}"""));
        }
    }

    @Test
    void needARevisionToBeReplaced() {
        try (ApiServer server = ApiServer.start()) {
            Calls calls = on(server);
            calls.post(WIDGETS, WIDGET);

            Calls.Reply reply = calls.put(WIDGETS + "/w", WIDGET);

            assertThat(reply.code()).isEqualTo(422);
            assertThat(reply.message()).contains("metadata.resourceVersion", "must be specified for an update");
        }
    }

    @Test
    void refuseAStrategicPatch() {
        try (ApiServer server = ApiServer.start()) {
            Calls calls = on(server);
            calls.post(WIDGETS, WIDGET);

            assertThat(calls.call("PATCH", WIDGETS + "/w", "{}", "application/strategic-merge-patch+json")
                            .code())
                    .isEqualTo(415);
        }
    }

    @Test
    void goWithTheirDefinition() {
        try (ApiServer server = ApiServer.start()) {
            Calls calls = on(server);
            calls.post(WIDGETS, WIDGET);

            calls.delete(CRDS + "/widgets.example.org");

            assertThat(calls.get(WIDGETS + "/w").code()).isEqualTo(404);
            assertThat(server.snapshot()).doesNotContain("\"Widget\"");
        }
    }
}

package io.stackprofile.core.internal.clean;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What was applied server-side and says nothing: the server drops the value and keeps its owner. */
class OwnedEmptiesTest {

    private static final String OBJECT = """
            {"apiVersion": "GROUP/v1", "kind": "Deployment", "metadata": {"name": "shop", "uid": "1", "managedFields": [
              {"manager": "platform-team", "operation": "OPERATION", "apiVersion": "GROUP/v1", "fieldsV1": {"f:spec": {
                "f:strategy": {"f:type": {}, "f:rollingUpdate": {}}, "f:unheardOf": {},
                "f:template": {"f:spec": {"f:nodeSelector": {}, "f:tolerations": {}, "f:containers": {
                  "k:{\\"name\\":\\"web\\"}": {".": {}, "f:name": {}, "f:image": {}, "f:volumeMounts": {
                    "k:{\\"mountPath\\":\\"/data\\"}": {".": {}, "f:mountPath": {}, "f:name": {}, "f:readOnly": {},
                      "f:subPath": {}}}}}}}}}}]},
             "spec": {"strategy": {"type": "Recreate"}, "template": {"spec": {"containers": [
               {"name": "web", "image": "shop:1.4", "volumeMounts": [{"mountPath": "/data", "name": "data"}]}]}}}}
            """;

    private static final String SPEC = """
            spec:
              strategy:
                type: Recreate
              template:
                spec:
                  containers:
                    - name: web
                      image: shop:1.4
                      volumeMounts:
                        - name: data
                          mountPath: /data
            """;

    private static String cleaned(String group, String operation) {
        String object = OBJECT.replace("GROUP", group).replace("OPERATION", operation);
        return LiveCorpus.clean(object).member().text().orElseThrow();
    }

    @Test
    void comesBackWhereItsApplierStillOwnsIt() {
        assertThat(LiveCorpus.tree(cleaned("apps", "Apply")).get("spec")).isEqualTo(LiveCorpus.tree("""
                strategy: {type: Recreate, rollingUpdate: null}
                template:
                  spec:
                    containers:
                      - {name: web, image: "shop:1.4", volumeMounts: [{name: data, mountPath: /data, readOnly: false, subPath: ""}]}
                    nodeSelector: {}
                    tolerations: []
                """));
    }

    @Test
    void staysAwayWhereUpdatesOwnItAndInKindsOfUnknownTypes() {
        String plain = SPEC;

        assertThat(cleaned("apps", "Update")).endsWith(plain);
        assertThat(LiveCorpus.tree(cleaned("any.example.com", "Apply")).get("spec"))
                .isEqualTo(LiveCorpus.tree(plain).get("spec"));
    }
}

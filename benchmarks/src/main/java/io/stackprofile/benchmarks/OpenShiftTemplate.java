package io.stackprofile.benchmarks;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.openshift.client.OpenShiftClient;
import io.fabric8.openshift.client.dsl.TemplateResource;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** fabric8's OpenShift template over every object of a stack, processed locally: no server is asked. */
final class OpenShiftTemplate {

    private final KubernetesClient client;
    private final TemplateResource template;
    private final Map<String, String> values;

    /**
     * Loads a template.
     *
     * @param texts the members' texts with OpenShift's placeholders
     */
    OpenShiftTemplate(KubernetesClient client, List<String> texts, Map<String, String> values) {
        List<String> objects = new ArrayList<>();
        texts.forEach(text -> objects.addAll(Agreement.json(text)));
        List<String> parameters = values.keySet().stream()
                .map(name -> "{\"name\":\"" + name + "\"}")
                .toList();
        String json =
                "{\"apiVersion\":\"template.openshift.io/v1\",\"kind\":\"Template\",\"metadata\":{\"name\":\"t\"},"
                        + "\"objects\":[" + String.join(",", objects) + "],\"parameters\":["
                        + String.join(",", parameters)
                        + "]}";
        this.client = client;
        this.template = client.adapt(OpenShiftClient.class)
                .templates()
                .load(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
        this.values = values;
    }

    KubernetesList bind() {
        return template.processLocally(values);
    }

    /** The bound objects as JSON. */
    List<String> boundJson() {
        List<String> json = new ArrayList<>();
        for (HasMetadata object : bind().getItems()) {
            json.add(client.getKubernetesSerialization().asJson(object));
        }
        return json;
    }
}

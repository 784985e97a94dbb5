package io.stackprofile.test.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What Kubernetes refuses of an object as invalid, as far as a client is likely to meet it. */
final class Validation {

    private static final Pattern SUBDOMAIN =
            Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?");
    private static final Pattern PATH = Pattern.compile("[^/%]+");
    private static final Pattern QUALIFIED =
            Pattern.compile("([a-z0-9.-]{1,253}/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?");
    private static final Pattern VALUE = Pattern.compile("([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?");
    private static final int ANNOTATIONS = 256 * 1024;
    private static final int DATA = 1024 * 1024;

    private final ResourceType type;
    private final List<Failure.Cause> causes = new ArrayList<>();

    private Validation(ResourceType type) {
        this.type = type;
    }

    static void check(ObjectNode object, @Nullable ObjectNode before, ResourceType type) {
        Validation validation = new Validation(type);
        validation.metadata(object);
        validation.spec(object);
        if (before != null) {
            validation.causes.addAll(Immutables.changed(before, object, type));
        }
        if (!validation.causes.isEmpty()) {
            throw Failure.invalid(type, Json.text(object, "metadata", "name"), validation.causes);
        }
    }

    private void metadata(ObjectNode object) {
        name(Json.text(object, "metadata", "name"));
        JsonNode labels = Json.at(object, "metadata", "labels");
        if (labels != null) {
            labels.properties()
                    .forEach(label -> label(label.getKey(), label.getValue().asString()));
        }
        JsonNode annotations = Json.at(object, "metadata", "annotations");
        if (annotations != null) {
            long size = 0;
            for (Map.Entry<String, JsonNode> entry : annotations.properties()) {
                size += bytes(entry.getKey()) + bytes(entry.getValue().asString());
                if (!QUALIFIED
                        .matcher(entry.getKey().toLowerCase(java.util.Locale.ROOT))
                        .matches()) {
                    invalid(
                            "metadata.annotations",
                            "name part must consist of alphanumeric characters, '-', '_' or '.'");
                }
            }
            if (size > ANNOTATIONS) {
                tooLong("metadata.annotations", ANNOTATIONS);
            }
        }
    }

    private static int bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
    }

    private void name(String name) {
        boolean rbac = type.group().equals("rbac.authorization.k8s.io");
        boolean label = type.is("", "namespaces") || type.is("", "services");
        Pattern form = rbac ? PATH : label ? LABEL : SUBDOMAIN;
        if (!form.matcher(name).matches() || name.length() > (label ? 63 : 253)) {
            String rule = rbac
                    ? "may not contain '/' or '%'"
                    : label
                            ? "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-'"
                            : "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.'";
            invalid("metadata.name", rule + ", and must start and end with an alphanumeric character");
        }
    }

    private void label(String key, String value) {
        if (!QUALIFIED.matcher(key).matches()) {
            invalid("metadata.labels", "name part must consist of alphanumeric characters, '-', '_' or '.'");
        }
        if (!VALUE.matcher(value).matches()) {
            invalid(
                    "metadata.labels",
                    value.length() > 63
                            ? "must be no more than 63 bytes"
                            : "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.'");
        }
    }

    private void spec(ObjectNode object) {
        switch (type.kind()) {
            case "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet" -> selector(object);
            case "Pod" -> containers(object, "spec");
            case "Job" -> containers(object, "spec", "template", "spec");
            case "CronJob" -> containers(object, "spec", "jobTemplate", "spec", "template", "spec");
            case "Service" -> service(object);
            case "Secret", "ConfigMap" -> data(object);
            case "CustomResourceDefinition" -> crd(object);
            case "PersistentVolumeClaim" -> claim(object);
            default -> custom(object);
        }
    }

    private void selector(ObjectNode object) {
        JsonNode selector = Json.at(object, "spec", "selector");
        if (selector == null || selector.isEmpty()) {
            required("spec.selector");
        } else {
            JsonNode labels = Json.at(object, "spec", "template", "metadata", "labels");
            if (!Selectors.matches(selector, labels)) {
                invalid("spec.template.metadata.labels", "`selector` does not match template `labels`");
            }
        }
        containers(object, "spec", "template", "spec");
    }

    private void containers(ObjectNode object, String... path) {
        String field = String.join(".", path) + ".containers";
        JsonNode containers = Json.at(Json.at(object, path), "containers");
        if (containers == null || containers.isEmpty()) {
            required(field);
        }
        int index = 0;
        for (JsonNode container : Json.items(containers)) {
            if (Json.text(container, "name").isEmpty()) {
                required(field + "[" + index + "].name");
            }
            if (Json.text(container, "image").isEmpty()) {
                required(field + "[" + index + "].image");
            }
            index++;
        }
    }

    private void service(ObjectNode object) {
        boolean named = Json.text(object, "spec", "type").equals("ExternalName");
        JsonNode ports = Json.at(object, "spec", "ports");
        boolean headless = Json.text(object, "spec", "clusterIP").equals("None");
        if (!named && !headless && (ports == null || ports.isEmpty())) {
            required("spec.ports");
        }
        if (named && Json.text(object, "spec", "externalName").isEmpty()) {
            required("spec.externalName");
        }
        if (ports != null && ports.size() > 1) {
            for (int i = 0; i < ports.size(); i++) {
                if (Json.text(ports.path(i), "name").isEmpty()) {
                    required("spec.ports[" + i + "].name");
                }
            }
        }
    }

    private void data(ObjectNode object) {
        long size = 0;
        for (String field : List.of("data", "binaryData")) {
            for (Map.Entry<String, JsonNode> entry : object.path(field).properties()) {
                String text = entry.getValue().asString();
                boolean encoded = type.kind().equals("Secret") || field.equals("binaryData");
                size += encoded ? text.length() * 3L / 4 : bytes(text);
                if (!entry.getKey().matches("[-._a-zA-Z0-9]{1,253}")) {
                    invalid(field, "a valid config key must consist of alphanumeric characters, '-', '_' or '.'");
                }
            }
        }
        if (size > DATA) {
            tooLong(type.kind().equals("Secret") ? "data" : "", DATA);
        }
    }

    private void crd(ObjectNode crd) {
        String name = Json.text(crd, "spec", "names", "plural") + "." + Json.text(crd, "spec", "group");
        if (!Json.text(crd, "metadata", "name").equals(name)) {
            invalid("metadata.name", "must be spec.names.plural+\".\"+spec.group");
        }
        for (JsonNode version : Json.items(crd, "spec", "versions")) {
            if (Json.at(version, "schema", "openAPIV3Schema") == null) {
                required("spec.versions[0].schema.openAPIV3Schema");
            }
        }
    }

    private void claim(ObjectNode object) {
        if (Json.at(object, "spec", "resources", "requests", "storage") == null) {
            required("spec.resources[storage]");
        }
        JsonNode modes = Json.at(object, "spec", "accessModes");
        if (modes == null || modes.isEmpty()) {
            required("spec.accessModes");
        }
    }

    private void custom(ObjectNode object) {
        if (type.custom()) {
            causes.addAll(CustomValidation.check(object, type.schema()));
        }
    }

    private void required(String field) {
        causes.add(new Failure.Cause("FieldValueRequired", "Required value", field));
    }

    private void invalid(String field, String why) {
        causes.add(new Failure.Cause("FieldValueInvalid", "Invalid value: " + why, field));
    }

    private void tooLong(String field, int limit) {
        causes.add(new Failure.Cause("FieldValueTooLong", "Too long: may not be more than " + limit + " bytes", field));
    }
}

package io.stackprofile.test.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a real API server 1.36 made of 122 objects, sent here in the same way. */
class RecordedObjectsTest {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final List<String> OWN_METADATA =
            List.of("uid", "resourceVersion", "creationTimestamp", "managedFields");
    private static final List<String> ALLOTTED = List.of("clusterIP", "clusterIPs", "claimRef");

    private record Recorded(String how, ObjectNode applied, ObjectNode live) {

        String name() {
            return text(live, "/kind") + " " + text(live, "/metadata/name");
        }
    }

    private final ApiServer server = ApiServer.start();
    private final Calls calls = new Calls(server);
    private List<Recorded> recorded;

    @BeforeEach
    void read() throws IOException {
        Path file = Path.of(System.getProperty("stackprofile.root", "."), "../shared/corpus/live-objects.jsonl.gz");
        assumeTrue(Files.exists(file), "skipped: the folder ../shared with recorded objects is not here");
        recorded = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            lines.lines()
                    .map(MAPPER::readTree)
                    .forEach(line -> recorded.add(new Recorded(
                            text(line, "/how"), (ObjectNode) line.get("applied"), (ObjectNode) line.get("live"))));
        }
        recorded.sort(Comparator.comparing(one -> !text(one.live(), "/kind").equals("Namespace")));
        calls.post("/apis/apiextensions.k8s.io/v1/customresourcedefinitions", PROMETHEUS_RULES);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static final String PROMETHEUS_RULES = """
            {"apiVersion":"apiextensions.k8s.io/v1","kind":"CustomResourceDefinition",
            "metadata":{"name":"prometheusrules.monitoring.coreos.com"},
            "spec":{"group":"monitoring.coreos.com","scope":"Namespaced",
            "names":{"plural":"prometheusrules","kind":"PrometheusRule"},
            "versions":[{"name":"v1","served":true,"storage":true,"schema":{"openAPIV3Schema":{"type":"object",
            "properties":{"spec":{"type":"object","properties":{"groups":{"type":"array",
            "x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["name"],
            "items":{"type":"object","required":["name"],"properties":{"name":{"type":"string"},
            "rules":{"type":"array","items":{"type":"object","x-kubernetes-preserve-unknown-fields":true}}}}}}}}}}}]}}""";

    @Test
    void givesBackWhatWasAppliedAndOwnsItAsRecorded() {
        List<String> lost = new ArrayList<>();
        List<String> otherLive = new ArrayList<>();
        List<String> otherOwners = new ArrayList<>();
        for (Recorded one : recorded) {
            Calls.Reply reply = send(one);
            if (reply.code() != 201 && reply.code() != 200) {
                lost.add(one.name() + ": " + reply.code() + " " + reply.message());
                continue;
            }
            missing(one.applied(), reply.body(), one.name(), lost);
            differences(comparable(one.live()), comparable((ObjectNode) reply.body()), one.name(), otherLive);
            differences(owners(one.live(), one.how()), owners(reply.body(), one.how()), one.name(), otherOwners);
        }
        report("fields of what was applied not given back", lost);
        report("places where the object differs from the recorded one", otherLive);
        report("places where the owners differ from the recorded ones", otherOwners);
        assertThat(lost).isEmpty();
        // Here the recorded object itself says something else than what was sent.
        assertThat(otherLive)
                .allSatisfy(place ->
                        assertThat(place).startsWith("PrometheusRule dcgm-relabel-rules/spec/groups/0/rules/0/expr"));
        assertThat(otherOwners).isEmpty();
    }

    private void report(String what, List<String> places) {
        long objects =
                places.stream().map(place -> place.split("[:/]")[0]).distinct().count();
        System.out.println(recorded.size() + " recorded objects, " + what + ": " + places.size() + " in " + objects);
        places.forEach(place -> System.out.println("  " + place));
    }

    private Calls.Reply send(Recorded one) {
        JsonNode applied = one.applied();
        String namespace = text(one.live(), "/metadata/namespace");
        if (!namespace.isEmpty()) {
            calls.namespace(namespace);
        }
        String apiVersion = text(applied, "/apiVersion");
        String path = (apiVersion.contains("/") ? "/apis/" : "/api/") + apiVersion + "/"
                + (namespace.isEmpty() ? "" : "namespaces/" + namespace + "/") + plural(text(applied, "/kind"));
        if (one.how().equals("server")) {
            String name = text(applied, "/metadata/name");
            return calls.apply(path + "/" + name, "platform-team", MAPPER.writeValueAsString(applied));
        }
        ObjectNode body = (ObjectNode) applied.deepCopy();
        ObjectNode metadata = (ObjectNode) body.get("metadata");
        ObjectNode annotations =
                metadata.get("annotations") instanceof ObjectNode found ? found : metadata.putObject("annotations");
        annotations.put(
                "kubectl.kubernetes.io/last-applied-configuration",
                text(one.live(), "/metadata/annotations/kubectl.kubernetes.io~1last-applied-configuration"));
        return calls.post(path + "?fieldManager=kubectl-client-side-apply", MAPPER.writeValueAsString(body));
    }

    private static String plural(String kind) {
        String lower = kind.toLowerCase(Locale.ROOT);
        return lower.endsWith("y")
                ? lower.substring(0, lower.length() - 1) + "ies"
                : lower.endsWith("s") ? lower + "es" : lower + "s";
    }

    private static JsonNode owners(JsonNode object, String how) {
        return how.equals("server")
                ? Calls.entry(object, "platform-team", "Apply").path("fieldsV1")
                : Calls.entry(object, "kubectl-client-side-apply", "Update").path("fieldsV1");
    }

    /** Without what no two servers have in common and what controllers wrote. */
    private static ObjectNode comparable(ObjectNode object) {
        ObjectNode copy = object.deepCopy();
        copy.remove("status");
        ObjectNode metadata = (ObjectNode) copy.get("metadata");
        metadata.remove(OWN_METADATA);
        if (metadata.get("annotations") instanceof ObjectNode annotations) {
            annotations.remove(List.of(
                    "deployment.kubernetes.io/revision",
                    "pv.kubernetes.io/bind-completed",
                    "pv.kubernetes.io/bound-by-controller"));
            if (annotations.isEmpty()) {
                metadata.remove("annotations");
            }
        }
        if (copy.get("spec") instanceof ObjectNode spec) {
            spec.remove(ALLOTTED);
        }
        return copy;
    }

    private static void missing(JsonNode wanted, JsonNode given, String path, List<String> lost) {
        wanted.properties().forEach(field -> {
            String below = path + "/" + field.getKey();
            JsonNode other = given.path(field.getKey());
            if (field.getValue().isObject() && !field.getKey().equals("stringData")) {
                missing(field.getValue(), other, below, lost);
            } else if (other.isMissingNode() && !field.getKey().equals("stringData") && !isZero(field.getValue())) {
                lost.add(below + ": missing");
            }
        });
    }

    private static boolean isZero(JsonNode value) {
        return value.isNull()
                || value.isContainer() && value.isEmpty()
                || value.isString() && value.asString().isEmpty();
    }

    private static void differences(JsonNode wanted, JsonNode given, String path, List<String> found) {
        if (wanted.isObject() && given.isObject()) {
            wanted.properties()
                    .forEach(field -> differences(
                            field.getValue(), given.path(field.getKey()), path + "/" + field.getKey(), found));
            given.properties().stream()
                    .filter(field -> !wanted.has(field.getKey()))
                    .forEach(field ->
                            found.add(path + "/" + field.getKey() + ": not recorded, " + shortened(field.getValue())));
        } else if (wanted.isArray() && given.isArray() && wanted.size() == given.size()) {
            for (int i = 0; i < wanted.size(); i++) {
                differences(wanted.get(i), given.get(i), path + "/" + i, found);
            }
        } else if (!wanted.equals(given)) {
            found.add(path + ": recorded " + shortened(wanted) + ", given " + shortened(given));
        }
    }

    private static String shortened(JsonNode value) {
        String text = value.isMissingNode() ? "nothing" : value.toString();
        return text.length() > 80 ? text.substring(0, 80) + "..." : text;
    }

    private static String text(JsonNode node, String pointer) {
        return node.at(pointer).asString("");
    }
}

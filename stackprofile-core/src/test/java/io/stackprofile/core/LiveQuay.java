package io.stackprofile.core;

import io.stackprofile.core.internal.tree.TreeJson;
import io.stackprofile.spi.cluster.StackSnapshot;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A committed stack as an API server returns it: JSON, with defaults, owners and a status, and secrets in the open. */
final class LiveQuay {

    private LiveQuay() {}

    /** The stack, after {@code edit} changed its objects by member name. */
    static StackSnapshot of(StackSpec committed, String secret, Consumer<Map<String, Map<String, Object>>> edit) {
        Map<String, Map<String, Object>> objects = new LinkedHashMap<>();
        committed.manifests().forEach(manifest -> objects.put(manifest.name(), live(manifest.content(), secret)));
        edit.accept(objects);
        List<Member> members = new ArrayList<>();
        for (Member member : committed.members()) {
            if (member instanceof Addon) {
                members.add(member.withText(TreeJson.of(tree(member.text().orElse("{}")))));
            } else if (objects.containsKey(member.name())) {
                members.add(ShopStack.manifest(member.name(), TreeJson.of(objects.get(member.name()))));
            }
        }
        return StackSnapshot.builder()
                .name("quay")
                .spec(StackSpec.of(committed.description(), members))
                .live(true)
                .fingerprint("")
                .build();
    }

    /** Someone else's field, with the claim that tells of it. */
    static void own(Map<String, Object> object, String manager, Object fields) {
        list(map(object.get("metadata")).get("managedFields"))
                .add(new LinkedHashMap<>(Map.of(
                        "manager",
                        manager,
                        "operation",
                        "Update",
                        "time",
                        "2026-11-20T08:15:00Z",
                        "fieldsV1",
                        fields)));
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object tree) {
        return (Map<String, Object>) tree;
    }

    @SuppressWarnings("unchecked")
    static List<Object> list(Object tree) {
        return (List<Object>) tree;
    }

    /** What stands below a path of keys and indexes. */
    static Object at(Object tree, Object... path) {
        Object at = tree;
        for (Object step : path) {
            at = step instanceof Integer index ? list(at).get(index) : map(at).get(step);
        }
        return at;
    }

    private static Map<String, Object> live(String text, String secret) {
        Map<String, Object> object =
                map(tree(text.replaceAll("\\$\\{\\{ parameters\\.[a-z_A-Z0-9]+( \\| [a-z]+)? }}", secret)));
        Object claim = claim(object);
        if ("Secret".equals(object.get("kind"))) {
            Map<String, Object> data = new LinkedHashMap<>();
            map(object.remove("stringData"))
                    .forEach((key, value) -> data.put(key, ShopStack.base64(String.valueOf(value))));
            object.put("data", data);
            object.put("type", "Opaque");
        }
        if ("Deployment".equals(object.get("kind"))) {
            map(object.get("spec")).put("progressDeadlineSeconds", 600L);
            map(object.get("spec")).put("revisionHistoryLimit", 10L);
            Map<String, Object> container = map(at(object, "spec", "template", "spec", "containers", 0));
            container.put("imagePullPolicy", "IfNotPresent");
            container.put("terminationMessagePath", "/dev/termination-log");
            map(at(container, "resources", "limits")).put("cpu", "1");
        }
        if ("Service".equals(object.get("kind"))) {
            map(object.get("spec")).put("clusterIP", "10.96.4.17");
            map(at(object, "spec", "ports", 0)).put("protocol", "TCP");
            map(at(object, "spec", "ports", 0)).put("targetPort", 9100L);
        }
        Map<String, Object> metadata = map(object.get("metadata"));
        metadata.put("uid", "0b9c3f2e-52f1-4a1c-9a7e-6a1d2a3b4c5d");
        metadata.put("resourceVersion", "48213");
        metadata.put("creationTimestamp", "2026-11-02T07:00:00Z");
        metadata.put(
                "managedFields",
                new ArrayList<>(List.of(new LinkedHashMap<>(Map.of(
                        "manager", "stackprofile",
                        "operation", "Apply",
                        "time", "2026-11-02T07:00:00Z",
                        "fieldsV1", claim)))));
        object.put("status", new LinkedHashMap<>(Map.of("observedGeneration", 1L)));
        return object;
    }

    private static Map<String, Object> claim(Object tree) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (tree instanceof Map<?, ?> map) {
            map.forEach((key, value) -> fields.put("f:" + key, claim(value)));
        } else if (tree instanceof List<?> items) {
            for (Object item : items) {
                if (item instanceof Map<?, ?> map && map.get("name") instanceof String name) {
                    Object key = map.containsKey("port") ? Map.of("port", map.get("port")) : Map.of("name", name);
                    fields.put("k:" + TreeJson.of(key), claim(item));
                }
            }
        }
        return fields;
    }

    private static Object tree(String text) {
        return YamlFile.parse(text).documents().stream()
                .findFirst()
                .flatMap(document -> document.root().map(YamlTree::of))
                .orElseGet(LinkedHashMap::new);
    }
}

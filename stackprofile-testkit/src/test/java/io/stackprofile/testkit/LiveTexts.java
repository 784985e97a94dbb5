package io.stackprofile.testkit;

import static java.util.stream.Collectors.joining;

import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlTree;
import io.stackprofile.yaml.YamlValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Texts as people write them, made objects as an API server keeps and gives them. */
final class LiveTexts {

    private LiveTexts() {}

    /** A stack's objects without anything that only its texts can hold. */
    static StackSpec sent(StackSpec spec) {
        return spec.map(LiveTexts::sent);
    }

    /** A member's objects without anything that only its text can hold. */
    static Member sent(Member member) {
        return member.text()
                .map(text -> member.withText(trees(text).stream()
                        .map(LiveTexts::kept)
                        .map(LiveTexts::json)
                        .collect(joining("\n---\n"))))
                .orElse(member);
    }

    private static Object kept(Object tree) {
        if (tree instanceof Map<?, ?> object && object.get("stringData") instanceof Map<?, ?> texts) {
            Map<Object, Object> secret = new LinkedHashMap<>(object);
            Map<Object, Object> data = new LinkedHashMap<>();
            if (object.get("data") instanceof Map<?, ?> encoded) {
                data.putAll(encoded);
            }
            texts.forEach((key, text) -> data.put(
                    key, Base64.getEncoder().encodeToString(String.valueOf(text).getBytes(StandardCharsets.UTF_8))));
            secret.remove("stringData");
            secret.put("data", data);
            return secret;
        }
        return tree;
    }

    /** The same with what a server adds, and what {@code then} does to each object. */
    static StackSpec live(StackSpec spec, Consumer<Map<String, Object>> then) {
        return spec.map(member -> member instanceof Addon || member.text().isEmpty()
                ? member
                : member.withText(trees(member.text().get()).stream()
                        .map(tree -> json(served(tree, then)))
                        .collect(joining("\n---\n"))));
    }

    @SuppressWarnings("unchecked")
    private static Object served(Object tree, Consumer<Map<String, Object>> then) {
        Map<String, Object> object = (Map<String, Object>) tree;
        Map<String, Object> metadata = (Map<String, Object>) object.get("metadata");
        String name = object.get("kind") + "/" + metadata.get("name");
        metadata.put(
                "uid",
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString());
        metadata.put("resourceVersion", "4711");
        metadata.put("creationTimestamp", "2026-11-26T09:30:00Z");
        metadata.put(
                "managedFields",
                List.of(Map.of("manager", "stackprofile", "operation", "Apply", "fieldsType", "FieldsV1")));
        if (object.containsKey("spec")) {
            object.put("status", Map.of("observedGeneration", 1L));
        }
        then.accept(object);
        return object;
    }

    private static List<Object> trees(String text) {
        List<Object> trees = new ArrayList<>();
        YamlFile.parse(text)
                .documents()
                .forEach(document -> document.root().map(YamlTree::of).ifPresent(trees::add));
        return trees;
    }

    private static String json(Object tree) {
        if (tree instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> json(entry.getKey()) + ":" + json(entry.getValue()))
                    .collect(joining(",", "{", "}"));
        }
        if (tree instanceof List<?> list) {
            return list.stream().map(LiveTexts::json).collect(joining(",", "[", "]"));
        }
        return YamlValue.of(tree).json();
    }
}

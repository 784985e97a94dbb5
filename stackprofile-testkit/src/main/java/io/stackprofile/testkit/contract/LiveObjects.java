package io.stackprofile.testkit.contract;

import io.stackprofile.spi.cluster.StackSnapshot;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Member;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Members as a live cluster gives them, against what it was given. */
final class LiveObjects {

    private LiveObjects() {}

    /** The first place where a member as read does not have what it was given; empty when it has everything. */
    static Optional<String> lost(Member given, Member read) {
        if (given instanceof Addon addon) {
            return lost(addon, read);
        }
        List<Map<?, ?>> objects = objects(given);
        List<Map<?, ?>> found = objects(read);
        if (objects.size() != found.size()) {
            return Optional.of("the number of objects: " + objects.size() + ", read " + found.size());
        }
        for (Map<?, ?> object : objects) {
            Optional<String> lost = lost(object, found);
            if (lost.isPresent()) {
                return lost;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> lost(Map<?, ?> object, List<Map<?, ?>> found) {
        String name = object.get("kind") + "/" + FieldsHeld.at(object, "metadata", "name");
        return found.stream()
                .filter(candidate -> isSame(object, candidate))
                .findFirst()
                .map(candidate -> FieldsHeld.lost(sent(object), candidate).map(path -> name + " " + path))
                .orElseGet(() -> Optional.of(name));
    }

    private static boolean isSame(Map<?, ?> object, Map<?, ?> candidate) {
        Object namespace = FieldsHeld.at(object, "metadata", "namespace");
        return String.valueOf(object.get("kind")).equals(candidate.get("kind"))
                && String.valueOf(FieldsHeld.at(object, "metadata", "name"))
                        .equals(FieldsHeld.at(candidate, "metadata", "name"))
                && (namespace == null || namespace.equals(FieldsHeld.at(candidate, "metadata", "namespace")));
    }

    private static Optional<String> lost(Addon given, Member read) {
        if (!(read instanceof Addon addon)) {
            return Optional.of("it is no add-on");
        }
        boolean same = given.chartName().equals(addon.chartName())
                && given.chartVersion().equals(addon.chartVersion())
                && given.repositoryUrl().equals(addon.repositoryUrl())
                && given.registryName().equals(addon.registryName())
                && given.namespace().equals(addon.namespace());
        if (!same) {
            return Optional.of("the chart or where it goes");
        }
        return trees(given).equals(trees(addon)) ? Optional.empty() : Optional.of("the values");
    }

    /** A Secret's texts as the API server keeps them. */
    private static Map<?, ?> sent(Map<?, ?> object) {
        if (!"Secret".equals(object.get("kind")) || !(object.get("stringData") instanceof Map<?, ?> texts)) {
            return object;
        }
        Map<Object, @Nullable Object> data = new LinkedHashMap<>();
        if (object.get("data") instanceof Map<?, ?> encoded) {
            data.putAll(encoded);
        }
        texts.forEach((key, text) -> data.put(
                key, Base64.getEncoder().encodeToString(String.valueOf(text).getBytes(StandardCharsets.UTF_8))));
        Map<Object, @Nullable Object> sent = new LinkedHashMap<>(object);
        sent.remove("stringData");
        sent.put("data", data);
        return sent;
    }

    /** What a stack is, apart from the fields that a server or its controllers write by themselves. */
    static List<Object> settled(StackSnapshot snapshot) {
        List<Object> settled = new ArrayList<>();
        for (Member member : snapshot.spec().members()) {
            // A member's toString leaves its text out.
            settled.add(member.toString());
            for (Map<?, ?> object : objects(member)) {
                object.remove("status");
                if (object.get("metadata") instanceof Map<?, ?> metadata) {
                    metadata.remove("managedFields");
                    metadata.remove("resourceVersion");
                    metadata.remove("generation");
                }
                settled.add(object);
            }
        }
        return settled;
    }

    private static List<Map<?, ?>> objects(Member member) {
        List<Map<?, ?>> objects = new ArrayList<>();
        for (Object tree : trees(member)) {
            if (tree instanceof Map<?, ?> object) {
                objects.add(object);
            }
        }
        return objects;
    }

    private static List<Object> trees(Member member) {
        List<Object> trees = new ArrayList<>();
        YamlFile.parse(member.text().orElse(""))
                .documents()
                .forEach(document -> document.root().map(YamlTree::of).ifPresent(trees::add));
        return trees;
    }
}

package io.stackprofile.test.kubernetes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** The schemas of built-in types, read from {@code types.txt}. */
final class BuiltInSchemas {

    private static final Map<String, Schema> TYPES = read();

    private BuiltInSchemas() {}

    static Schema of(String type) {
        return Objects.requireNonNull(TYPES.get(type), type);
    }

    static List<String> lines(String resource) {
        try (InputStream in = Objects.requireNonNull(BuiltInSchemas.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Schema> read() {
        Map<String, Schema> types = new HashMap<>();
        for (String line : lines("types.txt")) {
            String[] words = line.split(" ", -1);
            String name = words[0].replace("!", "");
            Schema.Builder builder = new Schema.Builder(Schema.Shape.STRUCT, name);
            builder.atomic = words[0].endsWith("!");
            for (int i = 1; i < words.length; i++) {
                int colon = words[i].indexOf(':');
                String type = words[i].substring(colon + 1);
                builder.fields.put(words[i].substring(0, colon), () -> reference(type));
            }
            types.put(name, builder.build());
        }
        return types;
    }

    private static Schema reference(String type) {
        if (type.startsWith("[")) {
            return list(type);
        }
        if (type.startsWith("{")) {
            Schema.Builder map = new Schema.Builder(Schema.Shape.MAP, "map");
            map.atomic = type.startsWith("{!}");
            map.element = () -> reference(type.substring(type.indexOf('}') + 1));
            return map.build();
        }
        if (type.equals("any")) {
            return Schema.ANY;
        }
        Schema struct = TYPES.get(type);
        return struct != null ? struct : new Schema.Builder(Schema.Shape.SCALAR, type).build();
    }

    private static Schema list(String type) {
        int end = type.indexOf(']');
        String marks = type.substring(1, end);
        Schema.Builder list = new Schema.Builder(Schema.Shape.LIST, "list");
        list.atomic = marks.isEmpty();
        list.set = marks.equals("*");
        if (!list.atomic && !list.set) {
            list.keys = keys(marks);
        }
        list.element = () -> reference(type.substring(end + 1));
        return list.build();
    }

    private static Map<String, @Nullable JsonNode> keys(String marks) {
        Map<String, @Nullable JsonNode> keys = new LinkedHashMap<>();
        for (String key : marks.split(",", -1)) {
            String[] parts = key.split("=", -1);
            keys.put(parts[0], parts.length == 1 ? null : StringNode.valueOf(parts[1]));
        }
        return keys;
    }
}

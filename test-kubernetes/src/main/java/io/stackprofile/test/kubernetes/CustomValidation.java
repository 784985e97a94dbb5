package io.stackprofile.test.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What a CustomResourceDefinition's schema refuses: types, missing fields, values outside an enum. */
final class CustomValidation {

    private CustomValidation() {}

    static List<Failure.Cause> check(JsonNode object, Schema schema) {
        List<Failure.Cause> causes = new ArrayList<>();
        walk(object, schema, "", causes);
        return causes;
    }

    private static void walk(JsonNode value, Schema schema, String path, List<Failure.Cause> causes) {
        for (String field : schema.required) {
            if (value.isObject() && !value.has(field)) {
                causes.add(new Failure.Cause("FieldValueRequired", "Required value", join(path, field)));
            }
        }
        if (!schema.allowed.isEmpty() && value.isString() && !schema.allowed.contains(value.asString())) {
            String supported = String.join("\", \"", schema.allowed);
            causes.add(new Failure.Cause(
                    "FieldValueNotSupported", "Unsupported value: supported values: \"" + supported + "\"", path));
        }
        if (value.isArray()) {
            int index = 0;
            for (JsonNode item : value.values()) {
                walk(item, schema.element(), path + "[" + index++ + "]", causes);
            }
        } else {
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                walk(field.getValue(), schema.below(field.getKey()), join(path, field.getKey()), causes);
            }
        }
    }

    private static String join(String path, String field) {
        return path.isEmpty() ? field : path + "." + field;
    }
}

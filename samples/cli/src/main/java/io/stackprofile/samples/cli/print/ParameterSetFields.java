package io.stackprofile.samples.cli.print;

import io.stackprofile.parameter.ParameterSet;
import io.stackprofile.parameter.ParameterSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A parameter set's fields as its document has them, parameters by their own names. */
final class ParameterSetFields {

    private ParameterSetFields() {}

    static Map<String, @Nullable Object> of(ParameterSet set) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("name", set.name());
        fields.put("description", set.description());
        fields.put("parameters", parameters(set));
        return fields;
    }

    /** The document that the library reads back as the set. */
    static Map<String, @Nullable Object> document(ParameterSet set) {
        Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
        metadata.put("name", set.name());
        set.description().ifPresent(description -> metadata.put("description", description));
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("apiVersion", "stackprofile.io/v1");
        document.put("kind", "ParameterSet");
        document.put("metadata", metadata);
        document.put("spec", Map.of("parameters", parameters(set)));
        return document;
    }

    private static List<Map<String, @Nullable Object>> parameters(ParameterSet set) {
        return set.sources().entrySet().stream()
                .map(source -> parameter(source.getKey(), source.getValue()))
                .toList();
    }

    private static Map<String, @Nullable Object> parameter(String name, ParameterSource source) {
        Map<String, @Nullable Object> item = new LinkedHashMap<>();
        item.put("name", name);
        if (source instanceof ParameterSource.Value value) {
            item.put("value", ApiTree.of(value.value()));
        } else if (source instanceof ParameterSource.Reference reference) {
            item.put("secret", reference.ref().toString());
        }
        return item;
    }
}

package io.stackprofile.core.internal.iac;

import io.stackprofile.Limits;
import io.stackprofile.Names;
import io.stackprofile.core.internal.tree.Fields;
import io.stackprofile.core.internal.tree.Misfit;
import io.stackprofile.core.internal.tree.ValueTree;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.parameter.ParameterSet;
import io.stackprofile.parameter.ParameterSource;
import io.stackprofile.parameter.SecretRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a parameter set, {@code kind: ParameterSet}, as strictly as a profile is read. */
public final class ParameterSetDocument {

    static final String KIND = "ParameterSet";

    private static final List<String> DOCUMENT = List.of("apiVersion", "kind", "metadata", "spec");
    private static final List<String> METADATA = List.of("name", "description");
    private static final List<String> SPEC = List.of("parameters");
    private static final List<String> SOURCES = List.of("value", "env", "file", "secret");
    private static final List<String> ITEM = List.of("name", "value", "env", "file", "secret");
    private static final long LONGEST = 16L * 1024 * 1024;

    private ParameterSetDocument() {}

    /**
     * Reads a document; no reference is resolved.
     *
     * @param source what to call the text in errors: a file's name
     * @throws InvalidContentException with path and line, when it is not such a document; no value is repeated
     */
    public static ParameterSet read(String text, Optional<String> source, Limits limits) {
        return OwnDocument.PARAMETER_SET.read(text, source, limits, LONGEST, (tree, places) -> read(tree));
    }

    private static ParameterSet read(@Nullable Object tree) {
        Fields document = Fields.of(tree, "", DOCUMENT);
        Fields metadata = document.value("metadata", (part, path) -> Fields.of(part, path, METADATA));
        Fields spec = document.value("spec", (part, path) -> Fields.of(part, path, SPEC));
        Map<String, ParameterSource> sources = new LinkedHashMap<>();
        spec.list("parameters", (item, path) -> add(sources, item, path));
        return ParameterSet.builder()
                .name(metadata.text("name"))
                .description(metadata.optionalText("description"))
                .putAllSources(sources)
                .build();
    }

    private static String add(Map<String, ParameterSource> sources, @Nullable Object tree, String path) {
        Fields item = Fields.of(tree, path, ITEM);
        String name = item.parsed("name", written -> Names.parameter("name", written));
        if (sources.putIfAbsent(name, source(item)) != null) {
            throw new Misfit(path, "this parameter stands here twice", "Keep one of the two.");
        }
        return name;
    }

    private static ParameterSource source(Fields item) {
        List<String> given = SOURCES.stream().filter(item::has).toList();
        if (given.size() != 1) {
            throw new Misfit(
                    item.path(),
                    "a parameter is filled from one of value, env, file and secret",
                    given.isEmpty() ? "Add one of these." : "Keep one of these.");
        }
        return switch (given.get(0)) {
            case "value" -> new ParameterSource.Value(item.value("value", ValueTree::read));
            case "env" -> new ParameterSource.Reference(item.parsed("env", SecretRef::env));
            case "file" -> new ParameterSource.Reference(item.parsed("file", SecretRef::file));
            default -> new ParameterSource.Reference(item.parsed("secret", SecretRef::parse));
        };
    }
}

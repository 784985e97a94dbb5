package io.stackprofile.core.internal.tree;

import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A parameter's definition as a tree: the one list of its fields, for digests, stores and exported documents. */
public final class ParameterTree {

    private static final List<String> KNOWN =
            List.of("name", "type", "title", "description", "group", "required", "default", "enumValues", "pattern");

    private ParameterTree() {}

    /**
     * The definition's fields; what is absent leaves no field.
     *
     * @param value how a default is written
     */
    public static Map<String, Object> of(Parameter parameter, Function<ParameterValue, Object> value) {
        return new Entries()
                .put("name", parameter.name())
                .put("type", parameter.type().label())
                .put("title", parameter.title())
                .put("description", parameter.description())
                .put("group", parameter.group())
                .put("required", parameter.required())
                .put("default", parameter.defaultValue().map(value))
                .put("enumValues", parameter.enumValues(), Function.identity())
                .put("pattern", parameter.pattern())
                .map();
    }

    /** Reads a definition; a default in either form of {@link ValueTree}. */
    public static Parameter read(@Nullable Object tree, String path) {
        Fields fields = Fields.of(tree, path, KNOWN);
        Parameter.Builder builder = Parameter.builder()
                .name(fields.text("name"))
                .type(fields.choice("type", ParameterType.values()))
                .title(fields.optionalText("title"))
                .description(fields.optionalText("description"))
                .group(fields.optionalText("group"))
                .required(fields.flag("required"))
                .defaultValue(fields.optionalValue("default", ValueTree::read))
                .addAllEnumValues(fields.texts("enumValues"))
                .pattern(fields.optionalText("pattern"));
        return fields.build(builder::build);
    }

    /** Reads the list in {@code field}, in order; a name may stand there once. */
    public static List<Parameter> readAll(Fields fields, String field) {
        Set<String> names = new HashSet<>();
        return fields.list(field, (tree, path) -> {
            Parameter parameter = read(tree, path);
            if (!names.add(parameter.name())) {
                throw new Misfit(path, "an earlier parameter has this name", "Rename one of the two or remove it.");
            }
            return parameter;
        });
    }
}

package io.stackprofile.core.internal.tree;

import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterFormat;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A parameter's definition as a tree: the one list of its fields, for digests, stores and exported documents. */
public final class ParameterTree {

    private static final List<String> KNOWN = List.of(
            "name",
            "type",
            "title",
            "description",
            "group",
            "required",
            "default",
            "enumValues",
            "pattern",
            "minimum",
            "maximum",
            "multipleOf",
            "minLength",
            "maxLength",
            "format",
            "options",
            "generate");

    private ParameterTree() {}

    /**
     * The definition's fields; what is absent leaves no field.
     *
     * @param value how a value is written
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
                .put("minimum", number(parameter.minimum(), value))
                .put("maximum", number(parameter.maximum(), value))
                .put("multipleOf", number(parameter.multipleOf(), value))
                .put("minLength", parameter.minLength().map(Integer::longValue))
                .put("maxLength", parameter.maxLength().map(Integer::longValue))
                .put("format", parameter.format().map(ParameterFormat::label))
                .put("options", parameter.options(), option -> OptionTree.of(option, value))
                .put("generate", parameter.generate().map(GenerationTree::of))
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
                .pattern(fields.optionalText("pattern"))
                .minimum(fields.optionalValue("minimum", ParameterTree::decimal))
                .maximum(fields.optionalValue("maximum", ParameterTree::decimal))
                .multipleOf(fields.optionalValue("multipleOf", ParameterTree::decimal))
                .minLength(fields.optionalNumber("minLength"))
                .maxLength(fields.optionalNumber("maxLength"))
                .format(fields.optionalParsed("format", ParameterTree::format))
                .addAllOptions(fields.list("options", OptionTree::read))
                .generate(fields.optionalValue("generate", GenerationTree::read));
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

    private static Optional<Object> number(Optional<BigDecimal> limit, Function<ParameterValue, Object> value) {
        return limit.map(ParameterValue::of).map(value);
    }

    private static BigDecimal decimal(@Nullable Object tree, String path) {
        ParameterValue value = ValueTree.read(tree, path);
        if (value.kind() != ParameterValue.Kind.NUMBER) {
            throw new Misfit(path, "a number is expected here", "Write a number, without quotes.");
        }
        return new BigDecimal(value.text());
    }

    private static ParameterFormat format(String label) {
        try {
            return ParameterFormat.of(label);
        } catch (IllegalArgumentException unknown) {
            String known = Arrays.stream(ParameterFormat.values())
                    .map(ParameterFormat::label)
                    .collect(Collectors.joining(", "));
            throw new IllegalArgumentException("there is no such format; the formats are " + known, unknown);
        }
    }
}

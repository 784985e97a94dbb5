package io.stackprofile.core.internal.tree;

import io.stackprofile.parameter.ParameterOption;
import io.stackprofile.parameter.ParameterValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A choice of a parameter as a tree. */
final class OptionTree {

    private static final List<String> KNOWN = List.of("value", "title", "description", "sets");

    private OptionTree() {}

    static Map<String, Object> of(ParameterOption option, Function<ParameterValue, Object> value) {
        Map<String, Object> sets = new LinkedHashMap<>();
        option.sets().forEach((name, set) -> sets.put(name, value.apply(set)));
        return new Entries()
                .put("value", option.value())
                .put("title", option.title())
                .put("description", option.description())
                .put("sets", sets.isEmpty() ? Optional.empty() : Optional.of(sets))
                .map();
    }

    static ParameterOption read(@Nullable Object tree, String path) {
        Fields fields = Fields.of(tree, path, KNOWN);
        return ParameterOption.builder()
                .value(fields.value("value", OptionTree::choice))
                .title(fields.optionalText("title"))
                .description(fields.optionalText("description"))
                .putAllSets(fields.entries("sets", ValueTree::read))
                .build();
    }

    /** A boolean's choice may be written as the boolean it is. */
    private static String choice(@Nullable Object tree, String path) {
        if (tree instanceof String || tree instanceof Boolean) {
            return tree.toString();
        }
        throw new Misfit(path, "'value' must be a choice of the parameter", "Write one of the choices.");
    }
}

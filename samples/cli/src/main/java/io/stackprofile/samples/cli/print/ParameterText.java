package io.stackprofile.samples.cli.print;

import io.stackprofile.error.Location;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterSuggestion;
import io.stackprofile.parameter.ParameterUse;
import io.stackprofile.parameter.ParameterValue;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Shows parameters, where they are used, and what could become one. */
public final class ParameterText {

    private ParameterText() {}

    /** A row for each parameter; its use stands at the same index. */
    public static String list(List<Parameter> parameters, List<ParameterUse> uses) {
        Table table = Table.of("PARAMETER", "TYPE", "REQUIRED", "DEFAULT", "USED IN", "DESCRIPTION");
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            table.row(
                    parameter.name(),
                    parameter.type().label(),
                    parameter.required() ? "yes" : "no",
                    parameter.defaultValue().map(ParameterValue::toString).orElse("-"),
                    places(uses.get(i).places().size()),
                    parameter.description().orElse("-"));
        }
        return table.render();
    }

    /** A row for each suggestion, with its first place. */
    public static String suggestions(List<ParameterSuggestion> suggestions) {
        Table table = Table.of("SUGGESTION", "KIND", "TYPE", "NOW", "USED IN", "FIRST", "WHY");
        for (ParameterSuggestion suggestion : suggestions) {
            table.row(
                    suggestion.name(),
                    suggestion.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    suggestion.type().label(),
                    suggestion.defaultValue(),
                    places(suggestion.places().size()),
                    suggestion.places().stream()
                            .findFirst()
                            .map(Location::describe)
                            .orElse("-"),
                    suggestion.reason());
        }
        return table.render();
    }

    /** A JSON Schema, indented. */
    public static String schema(String schema) {
        JsonMapper mapper =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        return mapper.writeValueAsString(mapper.readTree(schema)) + "\n";
    }

    private static String places(int count) {
        return count == 0 ? "no place" : count == 1 ? "1 place" : count + " places";
    }
}

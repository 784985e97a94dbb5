package io.stackprofile.samples.cli.print;

import io.stackprofile.parameter.MigrationStep;
import io.stackprofile.parameter.MigrationStep.EarlierDefault;
import io.stackprofile.parameter.MigrationStep.MapValues;
import io.stackprofile.parameter.MigrationStep.Merge;
import io.stackprofile.parameter.MigrationStep.Rename;
import io.stackprofile.parameter.MigrationStep.Retype;
import io.stackprofile.parameter.MigrationStep.Split;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of a step of a migration, its kind first. */
final class MigrationFields {

    private MigrationFields() {}

    static Map<String, Object> of(MigrationStep step) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("step", kind(step));
        fields.put("from", step.sources());
        fields.put("to", step.targets());
        if (step instanceof MapValues mapping) {
            // A list: values are not names, and stay as they are written.
            fields.put(
                    "values",
                    mapping.values().entrySet().stream()
                            .map(value -> List.of(value.getKey(), value.getValue()))
                            .toList());
        } else if (step instanceof Split split) {
            fields.put("pattern", split.pattern());
        } else if (step instanceof Merge merge) {
            fields.put("template", merge.template());
        } else if (step instanceof EarlierDefault earlier) {
            fields.put("value", earlier.value());
        }
        return fields;
    }

    static String kind(MigrationStep step) {
        if (step instanceof Rename) {
            return "rename";
        }
        if (step instanceof Retype) {
            return "retype";
        }
        if (step instanceof MapValues) {
            return "map";
        }
        if (step instanceof Split) {
            return "split";
        }
        return step instanceof Merge ? "merge" : "earlier default";
    }
}

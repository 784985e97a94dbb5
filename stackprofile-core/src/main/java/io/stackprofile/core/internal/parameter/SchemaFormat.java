package io.stackprofile.core.internal.parameter;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.format.Format;
import io.stackprofile.core.internal.format.Formats;
import io.stackprofile.parameter.ParameterFormat;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A format of parameters as JSON Schema has it. Names that JSON Schema gives a meaning keep it: {@code uri} is any URL,
 * and {@code duration} is ISO 8601's, so Go's is called {@code go-duration}.
 */
record SchemaFormat(ParameterFormat format) implements Format {

    static final List<Format> ALL = Arrays.stream(ParameterFormat.values())
            .<Format>map(SchemaFormat::new)
            .toList();

    @Override
    public String getName() {
        return switch (format) {
            case URL -> "uri";
            case DURATION -> "go-duration";
            default -> format.label();
        };
    }

    @Override
    public boolean matches(ExecutionContext execution, SchemaContext schema, JsonNode value) {
        if (value.isNumber()) {
            return matches(format, value.decimalValue().toString());
        }
        return !value.isString() || matches(format, value.stringValue());
    }

    /** Whether {@code text}, or a number written so, is of {@code format}. */
    static boolean matches(ParameterFormat format, String text) {
        return Formats.matches(format, text);
    }
}

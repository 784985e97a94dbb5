package io.stackprofile.core.internal.parameter;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.stackprofile.error.Finding;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Checks values against the JSON Schema of their parameters. Immutable; safe to share between threads. */
final class SchemaCheck {

    private final Map<String, Parameter> parameters = new LinkedHashMap<>();
    private final Schema schema;

    /** Compiles the schema once. The patterns must compile; secrets are not for here. */
    SchemaCheck(List<Parameter> parameters) {
        parameters.forEach(parameter -> this.parameters.put(parameter.name(), parameter));
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .regularExpressionFactory(LinearPattern.FACTORY)
                .typeLoose(false)
                .build();
        this.schema = SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12, registry -> registry.schemaRegistryConfig(config))
                .getSchema(ParameterSchema.tree(parameters));
        this.schema.initializeValidators();
    }

    /** The first thing wrong with each parameter, by its name; a required one that is absent is wrong too. */
    Map<String, Finding> check(Map<String, ParameterValue> values) {
        ObjectNode instance = JsonNodeFactory.instance.objectNode();
        values.forEach((name, value) -> instance.set(name, ParameterSchema.node(value)));
        Map<String, Finding> found = new LinkedHashMap<>();
        for (Error error : schema.validate(instance)) {
            boolean missing = error.getKeyword().equals("required");
            String name =
                    missing ? error.getProperty() : error.getInstanceLocation().getName(-1);
            Parameter parameter = parameters.get(name);
            if (parameter == null) {
                throw new IllegalStateException("the schema reported an error outside the parameters");
            }
            found.merge(name, finding(parameter, error.getKeyword()), SchemaCheck::typeFirst);
        }
        return found;
    }

    private static Finding finding(Parameter parameter, String keyword) {
        return switch (keyword) {
            case "required" -> BindingFindings.missing(parameter);
            case "type" -> BindingFindings.wrongType(parameter);
            case "enum" -> BindingFindings.notAChoice(parameter);
            case "pattern" -> BindingFindings.mismatch(parameter);
            default -> throw new IllegalStateException("the schema has no keyword " + keyword);
        };
    }

    // A number where a choice is asked for breaks both rules; the type says more.
    private static Finding typeFirst(Finding one, Finding other) {
        return other.code().equals("wrong-type") ? other : one;
    }
}

package io.stackprofile.core.internal.parameter;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import io.stackprofile.error.Finding;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Checks values against the JSON Schema of their parameters. Immutable; safe to share between threads. */
final class SchemaCheck {

    private static final String TYPE = "type";
    /** In the order in which several findings about one parameter are told. */
    private static final List<String> KEYWORDS = List.of(
            "required",
            TYPE,
            "enum",
            "minLength",
            "maxLength",
            "format",
            "pattern",
            "minimum",
            "maximum",
            "multipleOf");

    private static final Dialect DIALECT =
            Dialect.builder(Dialects.getDraft202012()).formats(SchemaFormat.ALL).build();

    private final Map<String, Parameter> parameters = new LinkedHashMap<>();
    private final Schema schema;

    /** Compiles the schema once. The patterns must compile; secrets are not for here. */
    SchemaCheck(List<Parameter> parameters) {
        parameters.forEach(parameter -> this.parameters.put(parameter.name(), parameter));
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .regularExpressionFactory(LinearPattern.FACTORY)
                .formatAssertionsEnabled(true)
                .typeLoose(false)
                .build();
        this.schema = SchemaRegistry.withDefaultDialect(DIALECT, registry -> registry.schemaRegistryConfig(config))
                .getSchema(ParameterSchema.tree(parameters));
        this.schema.initializeValidators();
    }

    /** Everything wrong with each parameter, by its name; a required one that is absent is wrong too. */
    Map<String, List<Finding>> check(Map<String, ParameterValue> values) {
        ObjectNode instance = JsonNodeFactory.instance.objectNode();
        values.forEach((name, value) -> instance.set(name, ParameterSchema.node(value)));
        Map<String, Set<Integer>> broken = new LinkedHashMap<>();
        for (Error error : schema.validate(instance)) {
            boolean missing = error.getKeyword().equals("required");
            String name =
                    missing ? error.getProperty() : error.getInstanceLocation().getName(-1);
            broken.computeIfAbsent(name, first -> new TreeSet<>()).add(rank(error.getKeyword()));
        }
        Map<String, List<Finding>> found = new LinkedHashMap<>();
        broken.forEach((name, ranks) -> found.put(name, findings(name, ranks)));
        return found;
    }

    private static int rank(String keyword) {
        // Choices with titles are a oneOf of const; both report that none fits.
        String told = keyword.equals("oneOf") || keyword.equals("const") ? "enum" : keyword;
        int rank = KEYWORDS.indexOf(told);
        if (rank < 0) {
            throw new IllegalStateException("the schema has no keyword " + keyword);
        }
        return rank;
    }

    // A value of another type breaks other rules too; the type says more.
    private List<Finding> findings(String name, Set<Integer> ranks) {
        Parameter parameter = parameters.get(name);
        if (parameter == null) {
            throw new IllegalStateException("the schema reported an error outside the parameters");
        }
        if (ranks.contains(KEYWORDS.indexOf(TYPE))) {
            return List.of(BindingFindings.wrongType(parameter));
        }
        List<Finding> findings = new ArrayList<>();
        ranks.forEach(rank -> findings.add(BindingFindings.broken(parameter, KEYWORDS.get(rank))));
        return findings;
    }
}

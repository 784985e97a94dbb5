package io.stackprofile.core.internal.migrate;

import io.stackprofile.parameter.BindingMigration;
import io.stackprofile.parameter.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a version asks, and how that follows from the version before it.
 *
 * @param version its number
 * @param parameters in order
 * @param migration from the version before
 */
public record VersionContract(int version, List<Parameter> parameters, BindingMigration migration) {

    /** Copies the parameters. */
    public VersionContract {
        parameters = List.copyOf(parameters);
    }

    /** The parameters by name, in order. */
    Map<String, Parameter> named() {
        Map<String, Parameter> named = new LinkedHashMap<>();
        parameters.forEach(parameter -> named.putIfAbsent(parameter.name(), parameter));
        return named;
    }
}

package io.stackprofile.core.internal.migrate;

import io.stackprofile.core.internal.parameter.BindingResolver;
import io.stackprofile.core.internal.parameter.Given;
import io.stackprofile.instantiation.ParameterOrigin;
import io.stackprofile.parameter.Binding;
import io.stackprofile.parameter.BindingMigration;
import io.stackprofile.parameter.BindingSource;
import io.stackprofile.parameter.MigrationStep;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.parameter.SecretRef;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Versions of a profile and an instance of one of them, in a line each. */
final class Chains {

    private final List<VersionContract> versions = new ArrayList<>();

    private Chains() {}

    /** Version 1, with these parameters. */
    static Chains from(Parameter.Builder... parameters) {
        return new Chains().then(BindingMigration.none(), parameters);
    }

    /** The next version, with these parameters. */
    Chains then(Parameter.Builder... parameters) {
        return then(BindingMigration.none(), parameters);
    }

    /** The next version, with one step and these parameters. */
    Chains then(MigrationStep step, Parameter.Builder... parameters) {
        return then(BindingMigration.of(step), parameters);
    }

    /** The next version, with this migration and these parameters. */
    Chains then(BindingMigration migration, Parameter.Builder... parameters) {
        List<Parameter> built =
                Arrays.stream(parameters).map(Parameter.Builder::build).toList();
        versions.add(new VersionContract(versions.size() + 1, built, migration));
        return this;
    }

    List<VersionContract> versions() {
        return List.copyOf(versions);
    }

    /** What updating an instance of version 1, bound so, to the last version comes to. */
    UpdatePlan update(Binding... bound) {
        return update(List.of(bound), List.of(), List.of());
    }

    /** The same, with what is given now and what is reset. */
    UpdatePlan update(List<Binding> bound, List<Binding> given, List<String> reset) {
        return plan(versions, instance(versions.get(0), bound), given, reset);
    }

    /** What taking an instance of the last version, bound so, back to version 1 comes to. */
    UpdatePlan rollBack(Binding... bound) {
        List<VersionContract> back = new ArrayList<>(versions);
        Collections.reverse(back);
        return plan(back, instance(back.get(0), List.of(bound)), List.of(), List.of());
    }

    static List<Binding> instance(VersionContract version, List<Binding> bound) {
        return BindingResolver.resolve(version.parameters(), bound);
    }

    static UpdatePlan plan(
            List<VersionContract> versions, List<Binding> instance, List<Binding> given, List<String> reset) {
        VersionContract last = versions.get(versions.size() - 1);
        return UpdatePlan.of(
                versions, instance, BindingResolver.of(last.parameters(), List.of()), Given.of(given), reset);
    }

    static Binding bind(String name, String value) {
        return Binding.of(name, ParameterValue.of(value));
    }

    static Binding bind(String name, long value) {
        return Binding.of(name, ParameterValue.of(value));
    }

    static Binding bindSecret(String name, String locator) {
        return Binding.of(name, new SecretRef("vault", locator));
    }

    static Parameter.Builder parameter(String name, ParameterType type) {
        Parameter.Builder builder = Parameter.builder();
        builder.name(name).type(type);
        return builder;
    }

    static Parameter.Builder text(String name) {
        return parameter(name, ParameterType.STRING);
    }

    static Parameter.Builder needed(String name) {
        Parameter.Builder builder = text(name);
        builder.required(true);
        return builder;
    }

    static Parameter.Builder number(String name) {
        return parameter(name, ParameterType.NUMBER);
    }

    static Parameter.Builder flag(String name) {
        return parameter(name, ParameterType.BOOLEAN);
    }

    static Parameter.Builder secret(String name) {
        return parameter(name, ParameterType.SECRET);
    }

    static Parameter.Builder choice(String name, String... values) {
        Parameter.Builder builder = parameter(name, ParameterType.ENUM);
        builder.addEnumValues(values);
        return builder;
    }

    static ParameterOrigin origin(UpdatePlan plan, String parameter) {
        return plan.origins().stream()
                .filter(origin -> origin.parameter().equals(parameter))
                .findFirst()
                .orElseThrow();
    }

    static Binding bound(String name, ParameterValue value, BindingSource source) {
        return Binding.builder().parameter(name).value(value).source(source).build();
    }

    static Binding bound(String name, String locator, BindingSource source) {
        return Binding.builder()
                .parameter(name)
                .secretRef(new SecretRef("vault", locator))
                .source(source)
                .build();
    }
}

package io.stackprofile.core.internal.migrate;

import io.stackprofile.parameter.Binding;
import io.stackprofile.parameter.BindingMigration;
import io.stackprofile.parameter.MigrationStep;
import io.stackprofile.parameter.MigrationStep.EarlierDefault;
import io.stackprofile.parameter.MigrationStep.MapValues;
import io.stackprofile.parameter.MigrationStep.Merge;
import io.stackprofile.parameter.MigrationStep.Rename;
import io.stackprofile.parameter.MigrationStep.Retype;
import io.stackprofile.parameter.MigrationStep.Split;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.parameter.SecretRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/**
 * A profile's versions, each with a migration that may be published, and something for an instance to be bound to.
 *
 * @param versions one to five
 * @param seed what an instance's bindings are drawn from
 */
record AnyHistory(List<VersionContract> versions, long seed) {

    private static final List<String> NAMES = List.of("a", "b", "c", "d", "e");
    private static final List<String> TEXTS = List.of("x", "x:y", "7", "true", "", "${{ parameters.a }}");

    /** Whatever may be published. */
    static AnyHistory of(Random random) {
        return of(random, 1 + random.nextInt(5), name -> parameter(random, name, type(random), random.nextInt(3)));
    }

    /** Three to five versions whose names mostly keep their types, and that ask for little. */
    static AnyHistory calm(Random random) {
        Map<String, ParameterType> types = new HashMap<>();
        NAMES.forEach(name -> types.put(name, type(random)));
        return of(random, 3 + random.nextInt(3), name -> {
            ParameterType type = random.nextInt(12) == 0 ? type(random) : types.get(name);
            return parameter(random, name, type, random.nextInt(12) == 0 ? 0 : 1 + random.nextInt(2));
        });
    }

    private static AnyHistory of(Random random, int count, Function<String, Parameter> named) {
        List<VersionContract> versions = new ArrayList<>();
        List<Parameter> before = parameters(random, named);
        versions.add(new VersionContract(1, before, BindingMigration.none()));
        for (int number = 2; number <= count; number++) {
            List<Parameter> after = parameters(random, named);
            versions.add(new VersionContract(number, after, migration(random, before, after)));
            before = after;
        }
        return new AnyHistory(versions, random.nextLong());
    }

    /** The versions, first to last or last to first. */
    List<VersionContract> way(boolean back) {
        List<VersionContract> way = new ArrayList<>(versions);
        if (back) {
            Collections.reverse(way);
        }
        return way;
    }

    /** What an instance of the first of these is bound to: some parameters by itself, the others as they come. */
    List<Binding> instance(List<VersionContract> way) {
        Random random = new Random(seed);
        List<Binding> bound = new ArrayList<>();
        for (Parameter parameter : way.get(0).parameters()) {
            if (parameter.required() || random.nextInt(3) > 0) {
                bound.add(
                        parameter.type() == ParameterType.SECRET
                                ? Binding.of(parameter.name(), new SecretRef("vault", "s" + random.nextInt(9)))
                                : Binding.of(parameter.name(), value(random, parameter.type())));
            }
        }
        return Chains.instance(way.get(0), bound);
    }

    UpdatePlan plan(List<VersionContract> way) {
        return Chains.plan(way, instance(way), List.of(), List.of());
    }

    private static List<Parameter> parameters(Random random, Function<String, Parameter> named) {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        for (String name : NAMES) {
            if (random.nextInt(4) > 0) {
                parameters.put(name, named.apply(name));
            }
        }
        List<Parameter> shuffled = new ArrayList<>(parameters.values());
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private static ParameterType type(Random random) {
        return ParameterType.values()[random.nextInt(ParameterType.values().length)];
    }

    /** Required, with a default, or neither. */
    private static Parameter parameter(Random random, String name, ParameterType type, int kind) {
        Parameter.Builder builder = Parameter.builder();
        builder.name(name).type(type);
        if (type == ParameterType.ENUM) {
            builder.addAllEnumValues(random.nextBoolean() ? List.of("x", "true", "7") : List.of("x", "y"));
        }
        if (kind == 0) {
            builder.required(true);
        } else if (kind == 1 && type != ParameterType.SECRET) {
            builder.defaultValue(type == ParameterType.ENUM ? ParameterValue.of("x") : value(random, type));
        }
        return builder.build();
    }

    private static ParameterValue value(Random random, ParameterType type) {
        return switch (type) {
            case NUMBER -> ParameterValue.of(random.nextInt(20));
            case BOOLEAN -> ParameterValue.of(random.nextBoolean());
            case ENUM -> ParameterValue.of("x");
            case STRING, SECRET -> ParameterValue.of(TEXTS.get(random.nextInt(TEXTS.size())));
        };
    }

    /** Draws steps, and keeps those that fit beside the ones before. */
    private static BindingMigration migration(Random random, List<Parameter> before, List<Parameter> after) {
        BindingMigration migration = BindingMigration.none();
        for (int i = 0; i < 12; i++) {
            BindingMigration more = BindingMigration.builder()
                    .addAllSteps(migration.steps())
                    .addStep(step(random))
                    .build();
            if (MigrationContract.check(before, after, more).isEmpty()) {
                migration = more;
            }
        }
        return migration;
    }

    private static MigrationStep step(Random random) {
        String from = NAMES.get(random.nextInt(NAMES.size()));
        String to = NAMES.get(random.nextInt(NAMES.size()));
        String other = NAMES.get((NAMES.indexOf(to) + 1) % NAMES.size());
        return switch (random.nextInt(6)) {
            case 0 -> new Rename(from, to);
            case 1 -> new Retype(from, to);
            case 2 -> new MapValues(from, to, Map.of("x", ParameterValue.of("x"), "true", ParameterValue.of("7")));
            case 3 -> new Split(from, List.of(to, other), "([a-z]*):?(.*)");
            case 4 -> new Merge("${{ parameters." + from + " }}${{ parameters." + other + " }}", to);
            default -> new EarlierDefault(to, ParameterValue.of("7"));
        };
    }
}

package io.stackprofile.core.internal.tree;

import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterFormat;
import io.stackprofile.parameter.ParameterOption;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.parameter.SecretGeneration;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Parameters with every attribute that their type may have, for properties. */
final class AnyLimits {

    private static final List<BigDecimal> NUMBERS =
            List.of(new BigDecimal("-3"), new BigDecimal("0.10"), new BigDecimal("1E+30"), new BigDecimal("65535"));

    private AnyLimits() {}

    /** {@code plain} with attributes drawn for it. */
    static Arbitrary<Parameter> of(Parameter plain) {
        return Combinators.combine(
                        Arbitraries.randoms(),
                        AnyVersion.value(),
                        AnyVersion.line().optional())
                .as((random, value, text) -> with(plain, random, value, text));
    }

    private static Parameter with(Parameter plain, Random random, ParameterValue value, Optional<String> text) {
        Parameter.Builder builder = Parameter.builder()
                .name(plain.name())
                .type(plain.type())
                .title(plain.title())
                .description(plain.description())
                .group(plain.group())
                .defaultValue(plain.defaultValue())
                .addAllEnumValues(plain.enumValues())
                .pattern(plain.pattern());
        boolean generated = plain.type() == ParameterType.SECRET && random.nextBoolean();
        builder.required(plain.required() && !generated);
        if (generated) {
            builder.generate(
                    random.nextBoolean() ? SecretGeneration.of(24) : new SecretGeneration(8, "!\"#$%&'()*+,-./:;"));
        }
        switch (plain.type()) {
            case NUMBER ->
                builder.minimum(draw(random, NUMBERS))
                        .maximum(draw(random, NUMBERS))
                        .multipleOf(draw(random, NUMBERS.subList(1, 4)))
                        .format(draw(random, List.of(ParameterFormat.PORT)));
            case STRING, SECRET ->
                builder.minLength(draw(random, List.of(0, 8)))
                        .maxLength(draw(random, List.of(64, Integer.MAX_VALUE)))
                        .format(draw(random, List.of(ParameterFormat.values())));
            case ENUM -> builder.addAllOptions(options(plain.enumValues(), random, value, text));
            case BOOLEAN -> builder.addAllOptions(options(List.of("true", "false"), random, value, text));
        }
        return builder.build();
    }

    private static List<ParameterOption> options(
            List<String> choices, Random random, ParameterValue value, Optional<String> text) {
        List<ParameterOption> options = new ArrayList<>();
        for (String choice : choices.stream().distinct().toList()) {
            if (random.nextBoolean()) {
                options.add(ParameterOption.builder()
                        .value(choice)
                        .title(text)
                        .description(text)
                        .putAllSets(random.nextBoolean() ? Map.of("replicas", value) : Map.of())
                        .build());
            }
        }
        return options;
    }

    private static <T> Optional<T> draw(Random random, List<T> some) {
        return random.nextBoolean() ? Optional.empty() : Optional.of(some.get(random.nextInt(some.size())));
    }
}

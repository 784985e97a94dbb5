package io.stackprofile.core.internal.many;

import io.stackprofile.core.internal.format.Formats;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterFormat;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** The narrowest parameter that takes the value of every source: its type, and a format, a pattern or choices. */
final class InferredParameter {

    // The first that fits all values is taken, so what says more stands first.
    private static final List<ParameterFormat> FORMATS = List.of(
            ParameterFormat.CIDR,
            ParameterFormat.IPV4,
            ParameterFormat.IPV6,
            ParameterFormat.SEMVER,
            ParameterFormat.URL,
            ParameterFormat.EMAIL,
            ParameterFormat.PEM_CERTIFICATE,
            ParameterFormat.CRON,
            ParameterFormat.QUANTITY,
            ParameterFormat.DURATION,
            ParameterFormat.HOSTNAME);
    private static final Pattern AMOUNT = Pattern.compile("[0-9.]++[A-Za-z][A-Za-z0-9.]*+");
    private static final Pattern RELEASE = Pattern.compile("v[0-9]+\\.[0-9]+\\.[0-9]+");
    private static final Pattern CHOICE = Pattern.compile("[A-Za-z]{2,20}");

    private InferredParameter() {}

    /** A parameter of the leading value as default; a secret one is required and has none. */
    static Parameter of(Group group) {
        Parameter.Builder parameter = Parameter.builder().name(group.name());
        Vector vector = group.vector();
        if (vector.secret()) {
            return parameter.type(ParameterType.SECRET).required(true).build();
        }
        parameter.defaultValue(vector.lead());
        switch (vector.lead().kind()) {
            case BOOLEAN -> parameter.type(ParameterType.BOOLEAN);
            case NUMBER -> number(parameter, vector);
            case STRING -> text(parameter, group);
        }
        return parameter.build();
    }

    private static void number(Parameter.Builder parameter, Vector vector) {
        parameter.type(ParameterType.NUMBER);
        boolean integer = texts(vector).stream()
                .allMatch(text -> new BigDecimal(text).stripTrailingZeros().scale() <= 0);
        if (integer) {
            parameter.multipleOf(BigDecimal.ONE);
        }
    }

    private static void text(Parameter.Builder parameter, Group group) {
        List<String> values = texts(group.vector());
        Optional<ParameterFormat> format = format(group, values);
        if (format.isEmpty() && isChoice(group, values)) {
            parameter
                    .type(ParameterType.ENUM)
                    .addAllEnumValues(values.stream().distinct().toList());
            return;
        }
        boolean release = values.stream().allMatch(text -> RELEASE.matcher(text).matches());
        parameter
                .type(ParameterType.STRING)
                .format(format)
                .pattern(release ? Optional.of("^" + RELEASE.pattern() + "$") : Optional.empty());
    }

    private static Optional<ParameterFormat> format(Group group, List<String> values) {
        boolean namespace = group.first().field().equals("namespace")
                || group.first().pointer().endsWith("/namespace");
        return namespace && values.stream().allMatch(text -> Formats.matches(ParameterFormat.DNS_LABEL, text))
                ? Optional.of(ParameterFormat.DNS_LABEL)
                : FORMATS.stream()
                        .filter(format -> values.stream().allMatch(text -> isTelling(format, text)))
                        .findFirst();
    }

    /** A plain number is a quantity too, and a word a host name; that says nothing. */
    private static boolean isTelling(ParameterFormat format, String text) {
        boolean telling = switch (format) {
            case HOSTNAME -> text.indexOf('.') > 0;
            case QUANTITY, DURATION -> AMOUNT.matcher(text).matches();
            default -> true;
        };
        return telling && Formats.matches(format, text);
    }

    /** Words that repeat: three sources or more, and fewer words than sources. */
    private static boolean isChoice(Group group, List<String> values) {
        return group.isWhole()
                && values.size() >= 3
                && values.stream().distinct().count() < values.size()
                && values.stream().allMatch(text -> CHOICE.matcher(text).matches());
    }

    private static List<String> texts(Vector vector) {
        return vector.values().stream()
                .filter(Objects::nonNull)
                .map(ParameterValue::text)
                .toList();
    }
}

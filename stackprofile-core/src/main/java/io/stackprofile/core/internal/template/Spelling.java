package io.stackprofile.core.internal.template;

import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.yaml.ScalarStyle;
import io.stackprofile.yaml.YamlException;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlNode;
import io.stackprofile.yaml.YamlScalar;
import io.stackprofile.yaml.YamlValue;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Decides whether a value may be written as its spelling says. A spelling comes from outside; it is used only where it
 * reads back as the value and as nothing else.
 */
final class Spelling {

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9.+-][A-Za-z0-9_.+-]{0,399}");

    private Spelling() {}

    /** The value as text within a string: a text as it is, anything else as it is spelled. */
    static String text(ParameterValue value) {
        return value.kind() == ParameterValue.Kind.STRING ? value.text() : plain(value);
    }

    /** How a number or boolean is written. */
    static String plain(ParameterValue value) {
        return value.spelling()
                .filter(spelling -> WORD.matcher(spelling).matches())
                .filter(spelling -> scalar(spelling)
                        .filter(scalar -> scalar.style() == ScalarStyle.PLAIN && isSame(scalar.value(), value))
                        .isPresent())
                .orElse(value.text());
    }

    /** How a text is written, if its spelling is a quoted scalar of one line. */
    static Optional<String> quoted(ParameterValue value) {
        return value.spelling()
                .filter(spelling -> spelling.indexOf('\n') < 0 && spelling.indexOf('\r') < 0)
                .filter(spelling -> scalar(spelling)
                        .filter(scalar ->
                                isQuoted(scalar.style()) && scalar.text().equals(value.text()))
                        .isPresent());
    }

    private static boolean isQuoted(ScalarStyle style) {
        return style == ScalarStyle.SINGLE_QUOTED || style == ScalarStyle.DOUBLE_QUOTED;
    }

    /** The scalar that is all of the text, if there is one. */
    private static Optional<YamlScalar> scalar(String text) {
        try {
            YamlFile file = YamlFile.parse(text);
            Optional<YamlNode> root =
                    file.documents().size() == 1 ? file.documents().get(0).root() : Optional.empty();
            return root.filter(YamlScalar.class::isInstance)
                    .map(YamlScalar.class::cast)
                    .filter(scalar -> scalar.span().length() == text.length());
        } catch (YamlException notYaml) {
            return Optional.empty();
        }
    }

    private static boolean isSame(YamlValue read, ParameterValue value) {
        if (read.tree() instanceof Boolean bool) {
            return value.kind() == ParameterValue.Kind.BOOLEAN
                    && bool.toString().equals(value.text());
        }
        return read.tree() instanceof Number
                && value.kind() == ParameterValue.Kind.NUMBER
                && isEqual(new BigDecimal(read.json()), new BigDecimal(value.text()));
    }

    // A reader holds 64-bit floating point, so equal there is equal.
    private static boolean isEqual(BigDecimal one, BigDecimal other) {
        return one.compareTo(other) == 0
                || (one.scale() > 0 && Double.compare(one.doubleValue(), other.doubleValue()) == 0);
    }
}

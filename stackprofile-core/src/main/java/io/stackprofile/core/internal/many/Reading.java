package io.stackprofile.core.internal.many;

import io.stackprofile.core.internal.template.Placeholders;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlScalar;
import io.stackprofile.yaml.YamlValue;
import java.math.BigDecimal;

/**
 * What one source has at a place.
 *
 * @param text its text, quotes and escapes undone; the JSON of a number or boolean
 * @param kind what Kubernetes reads there
 * @param written how it is written
 */
record Reading(String text, YamlValue.Kind kind, String written) {

    static Reading of(YamlFile file, YamlScalar scalar) {
        YamlValue value = scalar.value();
        String written = scalar.span().of(file.text());
        boolean text = value.kind() == YamlValue.Kind.STRING;
        return new Reading(text ? scalar.text() : value.json(), value.kind(), written);
    }

    static Reading of(String text) {
        return new Reading(text, YamlValue.Kind.STRING, text);
    }

    boolean isText() {
        return kind == YamlValue.Kind.STRING;
    }

    /** Whether both are text, both numbers, or both booleans. */
    boolean isLike(Reading other) {
        return kind == other.kind || (isNumber() && other.isNumber());
    }

    boolean isSame(Reading other) {
        return isLike(other) && text.equals(other.text) && (isText() || written.equals(other.written));
    }

    /** The value as a parameter takes it. */
    ParameterValue value() {
        return switch (kind) {
            case BOOLEAN -> ParameterValue.of(text.equals("true")).spelled(written);
            case INTEGER, FLOAT -> ParameterValue.of(new BigDecimal(text)).spelled(written);
            case STRING, NULL -> ParameterValue.of(Placeholders.unescape(text));
        };
    }

    /** The same without the line breaks at its end, which stay where a block of text becomes a placeholder. */
    Reading withoutEnd() {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\n') {
            end--;
        }
        return new Reading(text.substring(0, end), kind, written);
    }

    private boolean isNumber() {
        return kind == YamlValue.Kind.INTEGER || kind == YamlValue.Kind.FLOAT;
    }

    /** Nothing of the text. */
    @Override
    public String toString() {
        return "Reading[" + kind + "]";
    }
}

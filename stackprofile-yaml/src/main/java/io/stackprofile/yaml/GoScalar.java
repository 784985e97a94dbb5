package io.stackprofile.yaml;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Resolves scalars as Go's yaml.v2 does, which is YAML 1.1 with exceptions. */
final class GoScalar {
    private static final String PREFIX = "tag:yaml.org,2002:";
    private static final Map<String, YamlValue> WORDS = Map.ofEntries(
            Map.entry("y", YamlValue.TRUE),
            Map.entry("Y", YamlValue.TRUE),
            Map.entry("yes", YamlValue.TRUE),
            Map.entry("Yes", YamlValue.TRUE),
            Map.entry("YES", YamlValue.TRUE),
            Map.entry("true", YamlValue.TRUE),
            Map.entry("True", YamlValue.TRUE),
            Map.entry("TRUE", YamlValue.TRUE),
            Map.entry("on", YamlValue.TRUE),
            Map.entry("On", YamlValue.TRUE),
            Map.entry("ON", YamlValue.TRUE),
            Map.entry("n", YamlValue.FALSE),
            Map.entry("N", YamlValue.FALSE),
            Map.entry("no", YamlValue.FALSE),
            Map.entry("No", YamlValue.FALSE),
            Map.entry("NO", YamlValue.FALSE),
            Map.entry("false", YamlValue.FALSE),
            Map.entry("False", YamlValue.FALSE),
            Map.entry("FALSE", YamlValue.FALSE),
            Map.entry("off", YamlValue.FALSE),
            Map.entry("Off", YamlValue.FALSE),
            Map.entry("OFF", YamlValue.FALSE),
            Map.entry("~", YamlValue.NULL),
            Map.entry("null", YamlValue.NULL),
            Map.entry("Null", YamlValue.NULL),
            Map.entry("NULL", YamlValue.NULL));
    private static final int LONGEST_WORD = 5;

    private GoScalar() {}

    /**
     * The value of a scalar, or null where Go refuses it or JSON cannot hold it.
     *
     * @param tag the full tag, or null
     * @param plain whether it is written without quotes
     */
    static @Nullable YamlValue resolve(@Nullable String tag, String text, boolean plain) {
        if (tag == null) {
            return plain ? plain(text) : YamlValue.string(text);
        }
        return tag.startsWith(PREFIX) ? tagged(tag.substring(PREFIX.length()), text) : YamlValue.string(text);
    }

    /** Whether a plain scalar without tag could be refused; cheap, for use on every scalar. */
    static boolean isSuspect(String text) {
        return !text.isEmpty() && text.length() <= LONGEST_WORD && isNotFinite(text);
    }

    private static @Nullable YamlValue plain(String text) {
        if (text.isEmpty()) {
            return YamlValue.NULL;
        }
        char first = text.charAt(0);
        if ((first >= '0' && first <= '9') || first == '+' || first == '-' || first == '.') {
            if (isNotFinite(text)) {
                return null;
            }
            YamlValue number = GoNumber.parse(text);
            return number != null ? number : YamlValue.string(text);
        }
        YamlValue word = text.length() <= LONGEST_WORD ? WORDS.get(text) : null;
        return word != null ? word : YamlValue.string(text);
    }

    private static @Nullable YamlValue tagged(String tag, String text) {
        return switch (tag) {
            case "binary" -> binary(text);
            case "timestamp" -> GoTimestamp.matches(text) ? YamlValue.string(text) : null;
            case "bool" -> ofKind(YamlValue.Kind.BOOLEAN, plain(text));
            case "null" -> ofKind(YamlValue.Kind.NULL, plain(text));
            case "int" -> ofKind(YamlValue.Kind.INTEGER, plain(text));
            case "float" -> floating(plain(text));
            default -> YamlValue.string(text);
        };
    }

    private static @Nullable YamlValue ofKind(YamlValue.Kind kind, @Nullable YamlValue value) {
        return value != null && value.kind() == kind ? value : null;
    }

    private static @Nullable YamlValue floating(@Nullable YamlValue value) {
        if (value != null && value.tree() instanceof Long whole) {
            return YamlValue.decimal(whole.doubleValue());
        }
        return ofKind(YamlValue.Kind.FLOAT, value);
    }

    private static @Nullable YamlValue binary(String text) {
        String packed = text.replace("\n", "").replace("\r", "");
        if (packed.length() % 4 != 0) {
            return null;
        }
        try {
            return YamlValue.string(new String(Base64.getDecoder().decode(packed), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    private static boolean isNotFinite(String text) {
        char first = text.charAt(0);
        boolean signed = first == '+' || first == '-';
        return switch (signed ? text.substring(1) : text) {
            case ".inf", ".Inf", ".INF" -> true;
            case ".nan", ".NaN", ".NAN" -> !signed;
            default -> false;
        };
    }
}

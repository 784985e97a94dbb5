package io.stackprofile.core.internal.template;

import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.yaml.YamlValue;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a placeholder may do to its value. */
enum Filter {
    /** Standard Base64 of the UTF-8 text, padded, on one line. */
    BASE64,
    /** The value as JSON: a text gets quotes and escapes. */
    JSON,
    /** The text as it is written between a JSON string's quotes, without them. */
    JSONTEXT,
    /** The UTF-8 text, percent-encoded but for RFC 3986's unreserved characters. */
    URLENCODE,
    /** The value with its type, where quotes are needed only to make the template YAML. */
    TYPED;

    private static final String HEX = "0123456789ABCDEF";

    static Optional<Filter> find(String label) {
        return Arrays.stream(values())
                .filter(filter -> filter.label().equals(label))
                .findFirst();
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(Filter::label).toList();
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The value's text after this filter. */
    String apply(ParameterValue value) {
        return switch (this) {
            case BASE64 ->
                Base64.getEncoder().encodeToString(Spelling.text(value).getBytes(StandardCharsets.UTF_8));
            case JSON ->
                value.kind() == ParameterValue.Kind.STRING
                        ? YamlValue.of(value.text()).json()
                        : value.text();
            case JSONTEXT -> {
                String json = YamlValue.of(Spelling.text(value)).json();
                yield json.substring(1, json.length() - 1);
            }
            case URLENCODE -> percent(Spelling.text(value));
            case TYPED -> Spelling.text(value);
        };
    }

    private static String percent(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean unreserved = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || "-._~".indexOf(c) >= 0;
            if (unreserved) {
                out.append(c);
            } else {
                out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            }
        }
        return out.toString();
    }
}

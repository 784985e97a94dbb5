package io.stackprofile.samples.cli.print;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Names and values under each other; what has no value is left out. */
final class Fields {

    private final Map<String, String> fields = new LinkedHashMap<>();

    Fields add(String name, Object value) {
        Object present = value instanceof Optional<?> optional
                ? optional.map(Object.class::cast).orElse("")
                : value;
        String text = Table.printable(present.toString().strip());
        if (!text.isEmpty()) {
            fields.put(name, text);
        }
        return this;
    }

    String render() {
        int width = fields.keySet().stream().mapToInt(String::length).max().orElse(0);
        StringBuilder text = new StringBuilder();
        fields.forEach((name, value) -> text.append(name)
                .append(" ".repeat(width - name.length() + 2))
                .append(value)
                .append('\n'));
        return text.toString();
    }
}

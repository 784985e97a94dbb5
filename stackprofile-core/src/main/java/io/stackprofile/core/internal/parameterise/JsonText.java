package io.stackprofile.core.internal.parameterise;

import io.stackprofile.parameter.ParameterValue;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A JSON document in a scalar: which of its values a range of the text is, or is part of. */
final class JsonText {

    // Where each string begins and ends, quotes included.
    private final TreeMap<Integer, Integer> strings = new TreeMap<>();

    private JsonText(String text) {
        for (int i = text.indexOf('"'); i >= 0; i = text.indexOf('"', i + 1)) {
            int start = i++;
            while (text.charAt(i) != '"') {
                i += text.charAt(i) == '\\' ? 2 : 1;
            }
            strings.put(start, i + 1);
        }
    }

    /** The document, if the text is one. */
    static Optional<JsonText> of(String masked) {
        if (!MaskedText.isJson(masked)) {
            return Optional.empty();
        }
        try {
            JsonMapper.shared().readTree(masked);
            return Optional.of(new JsonText(masked));
        } catch (JacksonException | StringIndexOutOfBoundsException noJson) {
            return Optional.empty();
        }
    }

    /** A range that is a whole value: a string, with or without its quotes, a number or a boolean. */
    Optional<PartOfScalar.Encoded> whole(String text, int from, int to) {
        Optional<Map.Entry<Integer, Integer>> string = around(from, to);
        if (string.isPresent()) {
            int start = string.get().getKey();
            int end = string.get().getValue();
            boolean all = from <= start + 1 && to >= end - 1;
            return all
                    ? decoded(text, start + 1, end - 1).map(value -> encoded(start, end, "json", value))
                    : Optional.empty();
        }
        boolean delimited =
                from > 0 && to < text.length() && isDelimiter(text.charAt(from - 1)) && isDelimiter(text.charAt(to));
        return delimited
                ? Conversion.json(text.substring(from, to)).map(value -> new PartOfScalar.Encoded(from, to, "", value))
                : Optional.empty();
    }

    /** A range that stands between a string's quotes. */
    Optional<PartOfScalar.Encoded> within(String text, int from, int to) {
        return around(from, to)
                .filter(string -> from > string.getKey() && to < string.getValue())
                .filter(string -> !isEscaped(text, from))
                .flatMap(string -> decoded(text, from, to))
                .map(value -> encoded(from, to, "jsontext", value));
    }

    private static PartOfScalar.Encoded encoded(int from, int to, String filter, String value) {
        return new PartOfScalar.Encoded(from, to, filter, ParameterValue.of(value));
    }

    private Optional<Map.Entry<Integer, Integer>> around(int from, int to) {
        return Optional.ofNullable(strings.floorEntry(from)).filter(string -> to <= string.getValue());
    }

    private static Optional<String> decoded(String text, int from, int to) {
        try {
            return Optional.of(JsonMapper.shared()
                    .readTree('"' + text.substring(from, to) + '"')
                    .asString());
        } catch (JacksonException partOfAnEscape) {
            return Optional.empty();
        }
    }

    private static boolean isEscaped(String text, int at) {
        int slashes = 0;
        while (at - slashes > 0 && text.charAt(at - slashes - 1) == '\\') {
            slashes++;
        }
        return slashes % 2 == 1;
    }

    private static boolean isDelimiter(char c) {
        return Character.isWhitespace(c) || ",:[]{}".indexOf(c) >= 0;
    }
}

package io.stackprofile.core.internal.tree;

import io.stackprofile.core.internal.spelling.NearestName;
import io.stackprofile.yaml.YamlPointer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A mapping that is read strictly: unknown fields are refused first, then each field as it is asked for. Every refusal
 * is a {@link Misfit} with the field's path.
 */
public final class Fields {

    private final Map<?, ?> map;
    private final String path;

    private Fields(Map<?, ?> map, String path) {
        this.map = map;
        this.path = path;
    }

    /**
     * Reads a mapping that may have these fields and no others.
     *
     * @param path where it stands, an RFC 6901 JSON Pointer
     */
    public static Fields of(@Nullable Object tree, String path, List<String> known) {
        Fields fields = open(tree, path);
        for (Object name : fields.map.keySet()) {
            if (!known.contains(name)) {
                throw fields.unknown(String.valueOf(name), known);
            }
        }
        return fields;
    }

    /** Reads a mapping without looking for unknown fields: for the fields that say which ones are known. */
    public static Fields open(@Nullable Object tree, String path) {
        if (tree instanceof Map<?, ?> map) {
            return new Fields(map, path);
        }
        throw new Misfit(path, "a mapping is expected here", "Write fields with values here.");
    }

    /** Where the mapping stands. */
    public String path() {
        return path;
    }

    /** Where a field stands. */
    public String path(String field) {
        return YamlPointer.child(path, field);
    }

    /** A text that must be there. */
    public String text(String field) {
        return string(required(field), path(field), field);
    }

    /** A text that may be missing. */
    public Optional<String> optionalText(String field) {
        return map.containsKey(field) ? Optional.of(string(map.get(field), path(field), field)) : Optional.empty();
    }

    /** True or false; false when missing. */
    public boolean flag(String field) {
        return optionalFlag(field).orElse(false);
    }

    /** True or false, or missing. */
    public Optional<Boolean> optionalFlag(String field) {
        Object value = map.get(field);
        if (value instanceof Boolean flag) {
            return Optional.of(flag);
        }
        if (map.containsKey(field)) {
            throw misfit(field, "'" + field + "' must be true or false", "Write true or false, without quotes.");
        }
        return Optional.empty();
    }

    /** A whole number from 0 to 2^31-1 that may be missing. */
    public Optional<Integer> optionalNumber(String field) {
        if (map.get(field) instanceof Long number && number >= 0 && number <= Integer.MAX_VALUE) {
            return Optional.of(number.intValue());
        }
        if (map.containsKey(field)) {
            throw misfit(field, "'" + field + "' must be a whole number", "Write a whole number, without quotes.");
        }
        return Optional.empty();
    }

    /** A whole number from 0 to 2^31-1 that must be there. */
    public int number(String field) {
        return optionalNumber(field)
                .orElseThrow(() -> misfit(field, "'" + field + "' is missing", "Write a whole number."));
    }

    /** A list of texts; empty when missing. */
    public List<String> texts(String field) {
        return each(field, (value, at) -> string(value, at, field));
    }

    /** A list, each item read by {@code reader}; empty when missing. */
    public <T> List<T> list(String field, TreeReader<T> reader) {
        return each(field, reader);
    }

    /** A mapping of any names, each value read by {@code reader}; empty when missing. */
    public <T> Map<String, T> entries(String field, TreeReader<T> reader) {
        Map<String, T> read = new LinkedHashMap<>();
        if (map.containsKey(field)) {
            Fields entries = open(map.get(field), path(field));
            entries.map.keySet().forEach(key -> {
                String name = String.valueOf(key);
                read.put(name, reader.read(entries.map.get(key), entries.path(name)));
            });
        }
        return read;
    }

    /** Whether a field is there. */
    public boolean has(String field) {
        return map.containsKey(field);
    }

    /** What {@code reader} makes of a field that must be there. */
    public <T> T value(String field, TreeReader<T> reader) {
        return reader.read(required(field), path(field));
    }

    /** What {@code reader} makes of a field that may be missing. */
    public <T> Optional<T> optionalValue(String field, TreeReader<T> reader) {
        return map.containsKey(field) ? Optional.of(reader.read(map.get(field), path(field))) : Optional.empty();
    }

    /** A constant, written in lower case, that must be there. */
    public <E extends Enum<E>> E choice(String field, E[] choices) {
        String written = text(field);
        List<String> known = new ArrayList<>();
        for (E choice : choices) {
            String label = label(choice);
            if (label.equals(written)) {
                return choice;
            }
            known.add(label);
        }
        throw misfit(
                field,
                "'" + field + "' has a value that is not known",
                "Write one of " + String.join(", ", known) + ".");
    }

    /** A text that {@code parser} reads; what it refuses with an IllegalArgumentException is refused here. */
    public <T> T parsed(String field, Function<String, T> parser) {
        return parse(text(field), path(field), parser);
    }

    /** A text that {@code parser} reads, or that is missing. */
    public <T> Optional<T> optionalParsed(String field, Function<String, T> parser) {
        return map.containsKey(field) ? Optional.of(parsed(field, parser)) : Optional.empty();
    }

    /** A list of texts that {@code parser} reads; empty when missing. */
    public <T> List<T> parsedList(String field, Function<String, T> parser) {
        return each(field, (value, at) -> parse(string(value, at, field), at, parser));
    }

    /** How a constant is written: in lower case. */
    public static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** A refusal of one field. */
    public Misfit misfit(String field, String problem, String remedy) {
        return new Misfit(path(field), problem, remedy);
    }

    /** Builds a value from fields already read; what its own checks refuse is refused at this mapping. */
    public <T> T build(Supplier<T> builder) {
        try {
            return builder.get();
        } catch (IllegalArgumentException refused) {
            throw new Misfit(path, String.valueOf(refused.getMessage()), "Correct the fields of this mapping.");
        }
    }

    private static <T> T parse(String text, String at, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException refused) {
            throw new Misfit(at, String.valueOf(refused.getMessage()), "Correct the value.");
        }
    }

    private <T> List<T> each(String field, TreeReader<T> reader) {
        if (!map.containsKey(field)) {
            return List.of();
        }
        if (!(map.get(field) instanceof List<?> items)) {
            throw misfit(field, "'" + field + "' must be a list", "Write a list, or leave the field out.");
        }
        List<T> read = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            read.add(reader.read(items.get(i), YamlPointer.child(path(field), i)));
        }
        return read;
    }

    private @Nullable Object required(String field) {
        if (!map.containsKey(field)) {
            throw new Misfit(path, "the field '" + field + "' is missing", "Add '" + field + "'.");
        }
        return map.get(field);
    }

    private static String string(@Nullable Object value, String at, String field) {
        if (value instanceof String text) {
            return text;
        }
        throw new Misfit(
                at, "'" + field + "' must be a text", "Write a text; one that looks like a number needs quotes.");
    }

    /** Names the unknown field only by the known one it resembles: a key of a broken document may be anything. */
    private Misfit unknown(String written, List<String> known) {
        String remedy = NearestName.of(written, known)
                .map(nearest -> "Did you mean '" + nearest + "'?")
                .orElseGet(() -> "The fields known here are " + String.join(", ", known) + ".");
        return Misfit.unknown(path, written, remedy);
    }
}

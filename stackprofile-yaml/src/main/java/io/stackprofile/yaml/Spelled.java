package io.stackprofile.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A number, boolean or null of a copied tree, as it was written: {@code 0644} stays {@code 0644}.
 *
 * @param text plain text on one line, safe in every place
 */
record Spelled(String text) {
    /** A fresh, mutable tree as {@link YamlTree} makes it, with aliases and merges applied, for the writers. */
    static @Nullable Object copy(YamlNode node) {
        YamlNode actual = node.resolve();
        if (actual instanceof YamlScalar scalar) {
            return copy(scalar);
        }
        if (actual instanceof YamlSequence sequence) {
            List<@Nullable Object> list = new ArrayList<>(sequence.items().size());
            sequence.items().forEach(item -> list.add(copy(item)));
            return list;
        }
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        Merges.effective((YamlMapping) actual).forEach((name, value) -> map.put(name, copy(value)));
        return map;
    }

    private static @Nullable Object copy(YamlScalar scalar) {
        YamlValue value = scalar.value();
        boolean plain = scalar.style() == ScalarStyle.PLAIN && scalar.tag().isEmpty() && !scalar.isMissing();
        return plain && value.kind() != YamlValue.Kind.STRING ? new Spelled(scalar.text()) : value.tree();
    }

    /** A scalar of a tree, copied or not, for that place. */
    static String write(ScalarContext context, @Nullable Object leaf) {
        if (leaf instanceof YamlScalar scalar) {
            return write(context, copy(scalar));
        }
        return leaf instanceof Spelled spelled ? spelled.text : YamlEmitter.typed(context, YamlValue.of(leaf));
    }

    /** Nothing of the text: it may be a secret. */
    @Override
    public String toString() {
        return "Spelled";
    }
}

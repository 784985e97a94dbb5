package io.stackprofile.core.internal.merge;

import io.stackprofile.yaml.YamlValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Writes a tree as compact JSON; a placeholder without quotes as it stands. */
final class TreeJson {

    private TreeJson() {}

    /** Empty for no value. */
    static Optional<String> of(@Nullable Object tree) {
        return tree == TokenTree.ABSENT ? Optional.empty() : Optional.of(write(tree));
    }

    private static String write(@Nullable Object tree) {
        if (tree instanceof TokenTree.Token token) {
            return token.text();
        }
        if (tree instanceof Map<?, ?> map) {
            StringJoiner out = new StringJoiner(",", "{", "}");
            map.forEach((key, value) -> out.add(write(key) + ":" + write(value)));
            return out.toString();
        }
        if (tree instanceof List<?> list) {
            StringJoiner out = new StringJoiner(",", "[", "]");
            list.forEach(item -> out.add(write(item)));
            return out.toString();
        }
        return YamlValue.of(tree).json();
    }
}

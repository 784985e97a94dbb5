package io.stackprofile.core.internal.tree;

import io.stackprofile.yaml.ScalarStyle;
import io.stackprofile.yaml.YamlDocument;
import io.stackprofile.yaml.YamlNode;
import io.stackprofile.yaml.YamlPointer;
import io.stackprofile.yaml.YamlScalar;
import io.stackprofile.yaml.YamlTree;
import io.stackprofile.yaml.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A document as a plain tree in which a placeholder that stands without quotes, and so takes its parameter's type, differs
 * from the same text in quotes.
 */
public final class TokenTree {

    private static final String OPEN = "${{";

    /** No value at all, which is not the same as null. */
    public static final Object ABSENT = new Object() {
        @Override
        public String toString() {
            return "absent";
        }
    };

    private final YamlDocument document;

    private TokenTree(YamlDocument document) {
        this.document = document;
    }

    /** The tree of a document; absent when it has no content. */
    public static @Nullable Object of(YamlDocument document) {
        return document.root().isEmpty()
                ? ABSENT
                : new TokenTree(document).marked("", YamlTree.of(document.root().get()));
    }

    /** The tree as JSON; nothing for no value. */
    public static Optional<String> json(@Nullable Object tree) {
        return tree == ABSENT ? Optional.empty() : Optional.of(TreeJson.of(tree));
    }

    /** The tree of plain objects as it reads back from YAML: each number in the type that the reader gives. */
    public static @Nullable Object asRead(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, value) -> copy.put((String) key, asRead(value)));
            return copy;
        }
        if (tree instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(item -> copy.add(asRead(item)));
            return copy;
        }
        return YamlValue.of(tree).tree();
    }

    /** The tree with placeholders as text, which the YAML writer takes. */
    public static @Nullable Object plain(@Nullable Object tree) {
        if (tree instanceof PlainToken token) {
            return token.text();
        }
        if (tree instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, value) -> copy.put((String) key, plain(value)));
            return copy;
        }
        if (tree instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(item -> copy.add(plain(item)));
            return copy;
        }
        return tree;
    }

    /** The places of placeholders without quotes below {@code pointer}. */
    public static void tokens(String pointer, @Nullable Object tree, Map<String, PlainToken> out) {
        if (tree instanceof PlainToken token) {
            out.put(pointer, token);
        } else if (tree instanceof Map<?, ?> map) {
            map.forEach((key, value) -> tokens(YamlPointer.child(pointer, (String) key), value, out));
        } else if (tree instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                tokens(YamlPointer.child(pointer, i), list.get(i), out);
            }
        }
    }

    private @Nullable Object marked(String pointer, @Nullable Object tree) {
        if (tree instanceof String text) {
            return text.startsWith(OPEN) && isPlain(pointer) ? new PlainToken(text) : text;
        }
        if (tree instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, value) ->
                    copy.put((String) key, marked(YamlPointer.child(pointer, (String) key), value)));
            return copy;
        }
        if (tree instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            for (int i = 0; i < list.size(); i++) {
                copy.add(marked(YamlPointer.child(pointer, i), list.get(i)));
            }
            return copy;
        }
        return tree;
    }

    private boolean isPlain(String pointer) {
        return document.at(pointer)
                .map(YamlNode::resolve)
                .filter(node -> node instanceof YamlScalar scalar && scalar.style() == ScalarStyle.PLAIN)
                .isPresent();
    }
}

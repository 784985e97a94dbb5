package io.stackprofile.yaml;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes plain Java objects as block-style YAML. */
final class TreeWriter {
    private static final int DEEPEST = 1000;
    // A key on one line may have 1024 characters in YAML; with room for what escapes add.
    private static final int LONGEST_KEY = 1000;

    private final StringBuilder out;
    private final String lineBreak;

    private TreeWriter(StringBuilder out, String lineBreak) {
        this.out = out;
        this.lineBreak = lineBreak;
    }

    static String document(@Nullable Object tree) {
        StringBuilder out = new StringBuilder();
        TreeWriter writer = new TreeWriter(out, "\n");
        if (isEmpty(tree)) {
            out.append(writer.inline(tree, 2));
        } else {
            writer.block(tree, 0, 0);
        }
        return out.append('\n').toString();
    }

    /** {@code key: tree} with the key at the column {@code indent}, which the caller has written; no break at the end. */
    static String entry(String key, @Nullable Object tree, int indent, String lineBreak) {
        StringBuilder out = new StringBuilder();
        new TreeWriter(out, lineBreak).entry(key, tree, indent, 0);
        return out.toString();
    }

    /** {@code - tree} with the dash at the column {@code indent}, which the caller has written; no break at the end. */
    static String item(@Nullable Object tree, int indent, String lineBreak) {
        StringBuilder out = new StringBuilder();
        new TreeWriter(out, lineBreak).item(tree, indent, 0);
        return out.toString();
    }

    private void block(@Nullable Object tree, int indent, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("nesting is deeper than " + DEEPEST);
        }
        boolean first = true;
        if (tree instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                startLine(first, indent);
                entry(name(entry.getKey()), entry.getValue(), indent, depth);
                first = false;
            }
        } else {
            for (Object item : (List<?>) java.util.Objects.requireNonNull(tree)) {
                startLine(first, indent);
                item(item, indent, depth);
                first = false;
            }
        }
    }

    private void startLine(boolean first, int indent) {
        if (!first) {
            out.append(lineBreak).append(" ".repeat(indent));
        }
    }

    private void entry(String name, @Nullable Object value, int indent, int depth) {
        String key = YamlEmitter.scalar(new ScalarContext(ScalarStyle.PLAIN, false, indent + 2, true), name);
        if (key.length() > LONGEST_KEY) {
            out.append("? ").append(key).append(lineBreak).append(" ".repeat(indent));
            key = "";
        }
        out.append(key).append(':');
        if (isEmpty(value)) {
            out.append(' ').append(inline(value, indent + 2));
        } else {
            out.append(lineBreak).append(" ".repeat(indent + 2));
            block(value, indent + 2, depth + 1);
        }
    }

    private void item(@Nullable Object value, int indent, int depth) {
        out.append("- ");
        if (isEmpty(value)) {
            out.append(inline(value, indent + 2));
        } else {
            block(value, indent + 2, depth + 1);
        }
    }

    /** Whether the tree is written on the line it begins on (or is a literal block). */
    private static boolean isEmpty(@Nullable Object tree) {
        return !(tree instanceof Map<?, ?> map && !map.isEmpty()) && !(tree instanceof List<?> list && !list.isEmpty());
    }

    private String inline(@Nullable Object tree, int indent) {
        if (tree instanceof Map<?, ?>) {
            return "{}";
        }
        if (tree instanceof List<?>) {
            return "[]";
        }
        boolean lines = tree instanceof String text && text.indexOf('\n') >= 0;
        ScalarStyle style = lines ? ScalarStyle.LITERAL : ScalarStyle.PLAIN;
        String written = YamlEmitter.typed(new ScalarContext(style, false, indent, false), YamlValue.of(tree));
        return lines && lineBreak.length() > 1 ? written.replace("\n", lineBreak) : written;
    }

    private static String name(@Nullable Object key) {
        if (key instanceof String name) {
            return name;
        }
        throw new IllegalArgumentException("a key that is not a String");
    }
}

package io.stackprofile.yaml;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes plain Java objects as block-style YAML. */
final class TreeWriter {
    private static final int DEEPEST = 1000;
    // A key on one line may have 1024 characters, as YAML counts them.
    private static final int LONGEST_KEY = 1000;

    private final StringBuilder out = new StringBuilder();
    private final Layout layout;
    private int depth;

    private TreeWriter(Layout layout) {
        this.layout = layout;
    }

    static String document(@Nullable Object tree) {
        TreeWriter writer = new TreeWriter(Layout.DEFAULT);
        if (isInline(tree)) {
            writer.inline(tree, 2);
        } else {
            writer.block(tree, 0);
        }
        return writer.out.append('\n').toString();
    }

    /** A non-empty map or list whose first line begins at {@code indent}, already written; no break at its end. */
    static String block(@Nullable Object tree, int indent, Layout layout) {
        TreeWriter writer = new TreeWriter(layout);
        writer.block(tree, indent);
        return writer.out.toString();
    }

    /** {@code key: tree}, with the key at the column {@code indent}; no break at its end. */
    static String entry(String key, @Nullable Object tree, int indent, Layout layout) {
        TreeWriter writer = new TreeWriter(layout);
        writer.entry(key, tree, indent);
        return writer.out.toString();
    }

    /** {@code - tree}, with the dash at the column {@code indent}; no break at its end. */
    static String item(@Nullable Object tree, int indent, Layout layout) {
        TreeWriter writer = new TreeWriter(layout);
        writer.item(tree, indent);
        return writer.out.toString();
    }

    /** A scalar or an empty collection in a place where a block scalar's lines are indented by {@code indent}. */
    static String inline(@Nullable Object tree, int indent, Layout layout) {
        TreeWriter writer = new TreeWriter(layout);
        writer.inline(tree, indent);
        return writer.out.toString();
    }

    /** Whether the tree begins on the line of its key: a scalar or an empty collection. */
    static boolean isInline(@Nullable Object tree) {
        return tree instanceof Map<?, ?> map ? map.isEmpty() : !(tree instanceof List<?> list) || list.isEmpty();
    }

    private void block(@Nullable Object tree, int indent) {
        if (++depth > DEEPEST) {
            throw new IllegalArgumentException("nesting is deeper than " + DEEPEST);
        }
        if (tree instanceof Map<?, ?> map) {
            lines(map.entrySet(), indent, e -> entry(name(e.getKey()), e.getValue(), indent));
        } else if (tree instanceof List<?> list) {
            lines(list, indent, item -> item(item, indent));
        }
        depth--;
    }

    private <T> void lines(Iterable<? extends T> children, int indent, Consumer<T> write) {
        boolean first = true;
        for (T child : children) {
            if (!first) {
                newLine(indent);
            }
            write.accept(child);
            first = false;
        }
    }

    private void newLine(int indent) {
        out.append(layout.lineBreak()).append(layout.spaces(indent));
    }

    private void entry(String name, @Nullable Object value, int indent) {
        key(name, indent);
        if (isInline(value)) {
            out.append(' ');
            inline(value, indent + layout.step());
        } else {
            int inner = indent + (value instanceof List ? layout.listStep() : layout.step());
            newLine(inner);
            block(value, inner);
        }
    }

    private void key(String name, int indent) {
        String key = YamlEmitter.scalar(new ScalarContext(ScalarStyle.PLAIN, false, indent + 2, true), name);
        if (key.length() > LONGEST_KEY) {
            out.append("? ").append(key);
            newLine(indent);
            out.append(':');
        } else {
            out.append(key).append(':');
        }
    }

    private void item(@Nullable Object value, int indent) {
        out.append("- ");
        if (isInline(value)) {
            inline(value, indent + 2);
        } else {
            block(value, indent + 2);
        }
    }

    private void inline(@Nullable Object tree, int indent) {
        if (tree instanceof Map) {
            out.append("{}");
        } else if (tree instanceof List) {
            out.append("[]");
        } else {
            boolean lines = tree instanceof String text && text.indexOf('\n') >= 0;
            ScalarStyle style = lines && layout.blocks() ? ScalarStyle.LITERAL : ScalarStyle.PLAIN;
            ScalarContext context = new ScalarContext(style, false, indent, false);
            out.append(layout.withBreaks(Spelled.write(context, tree)));
        }
    }

    static String name(@Nullable Object key) {
        if (key instanceof String name) {
            return name;
        }
        throw new IllegalArgumentException("a key that is not a String");
    }
}

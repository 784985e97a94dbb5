package io.stackprofile.yaml;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes plain Java objects on one line, for a place inside brackets. */
final class FlowWriter {
    private static final int DEEPEST = 1000;
    private static final int LONGEST_KEY = 1000;

    private final StringBuilder out = new StringBuilder();
    // Beside quoted text, text is quoted too: what is JSON stays JSON.
    private final ScalarStyle style;
    private int depth;

    private FlowWriter(boolean plain) {
        this.style = plain ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED;
    }

    static String entry(String key, @Nullable Object tree, boolean plain) {
        FlowWriter writer = new FlowWriter(plain);
        writer.entry(key, tree);
        return writer.out.toString();
    }

    static String value(@Nullable Object tree, boolean plain) {
        FlowWriter writer = new FlowWriter(plain);
        writer.write(tree);
        return writer.out.toString();
    }

    private void write(@Nullable Object tree) {
        if (++depth > DEEPEST) {
            throw new IllegalArgumentException("nesting is deeper than " + DEEPEST);
        }
        if (tree instanceof Map<?, ?> map) {
            String separator = "{";
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.append(separator);
                entry(TreeWriter.name(entry.getKey()), entry.getValue());
                separator = ", ";
            }
            out.append(map.isEmpty() ? "{}" : "}");
        } else if (tree instanceof List<?> list) {
            String separator = "[";
            for (Object item : list) {
                out.append(separator);
                write(item);
                separator = ", ";
            }
            out.append(list.isEmpty() ? "[]" : "]");
        } else {
            out.append(Spelled.write(new ScalarContext(style, true, 0, false), tree));
        }
        depth--;
    }

    private void entry(String name, @Nullable Object value) {
        String key = YamlEmitter.scalar(new ScalarContext(style, true, 0, true), name);
        out.append(key.length() > LONGEST_KEY ? "? " : "").append(key).append(": ");
        write(value);
    }
}

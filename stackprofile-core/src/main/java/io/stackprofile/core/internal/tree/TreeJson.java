package io.stackprofile.core.internal.tree;

import io.stackprofile.yaml.YamlValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a plain tree as compact JSON, as {@code YamlJson} writes the node it came from; a placeholder without quotes as it
 * stands.
 */
public final class TreeJson {

    private TreeJson() {}

    /** The tree as JSON. */
    public static String of(@Nullable Object tree) {
        StringBuilder out = new StringBuilder();
        append(out, tree);
        return out.toString();
    }

    private static void append(StringBuilder out, @Nullable Object tree) {
        String separator = "";
        if (tree instanceof Map<?, ?> map) {
            out.append('{');
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.append(separator);
                append(out, entry.getKey());
                append(out.append(':'), entry.getValue());
                separator = ",";
            }
            out.append('}');
        } else if (tree instanceof List<?> list) {
            out.append('[');
            for (Object item : list) {
                append(out.append(separator), item);
                separator = ",";
            }
            out.append(']');
        } else if (tree instanceof PlainToken token) {
            out.append(token.text());
        } else {
            out.append(YamlValue.of(tree).json());
        }
    }
}

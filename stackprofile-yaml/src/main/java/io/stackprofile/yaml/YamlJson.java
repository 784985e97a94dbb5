package io.stackprofile.yaml;

import java.util.Map;

/** Writes nodes as the compact JSON that sigs.k8s.io/yaml makes of them, keys in source order. */
public final class YamlJson {
    private YamlJson() {}

    /** The JSON text; numbers as Go writes them, text outside ASCII as it is. */
    public static String of(YamlNode node) {
        StringBuilder out = new StringBuilder();
        write(node.resolve(), out);
        return out.toString();
    }

    private static void write(YamlNode node, StringBuilder out) {
        if (node instanceof YamlScalar scalar) {
            out.append(scalar.value().json());
        } else if (node instanceof YamlSequence sequence) {
            writeList(sequence, out);
        } else {
            writeMap(Merges.effective((YamlMapping) node), out);
        }
    }

    private static void writeList(YamlSequence sequence, StringBuilder out) {
        out.append('[');
        String separator = "";
        for (YamlNode item : sequence.items()) {
            out.append(separator);
            write(item.resolve(), out);
            separator = ",";
        }
        out.append(']');
    }

    private static void writeMap(Map<String, YamlNode> entries, StringBuilder out) {
        out.append('{');
        String separator = "";
        for (Map.Entry<String, YamlNode> entry : entries.entrySet()) {
            out.append(separator);
            JsonText.append(out, entry.getKey()).append(':');
            write(entry.getValue().resolve(), out);
            separator = ",";
        }
        out.append('}');
    }
}

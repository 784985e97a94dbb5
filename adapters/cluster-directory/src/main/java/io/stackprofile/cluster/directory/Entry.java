package io.stackprofile.cluster.directory;

import io.stackprofile.error.Location;
import io.stackprofile.yaml.YamlMapping;
import io.stackprofile.yaml.YamlNode;
import io.stackprofile.yaml.YamlPointer;
import io.stackprofile.yaml.YamlScalar;
import io.stackprofile.yaml.YamlSequence;
import io.stackprofile.yaml.YamlTree;
import io.stackprofile.yaml.YamlValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A mapping in an {@link EntryFile}, read field by field; a field that is not of the expected shape is refused with its
 * line.
 *
 * @param file the file it stands in
 * @param pointer its RFC 6901 JSON Pointer there
 * @param node the mapping
 */
record Entry(EntryFile file, String pointer, YamlMapping node) {

    /** The mapping that {@code node} is. */
    static Entry of(EntryFile file, String pointer, YamlNode node, String what) {
        if (node.resolve() instanceof YamlMapping mapping) {
            return new Entry(file, pointer, mapping);
        }
        throw Refusals.malformed(what + " must be a mapping", "Write it as keys and values.", file.at(node));
    }

    /** Where it stands. */
    Location at() {
        return file.at(node);
    }

    /** Where the field stands, or the entry if it has no such field. */
    Location at(String key) {
        return node.entry(key).map(entry -> file.at(entry.key())).orElseGet(this::at);
    }

    /** The pointer to a field. */
    String pointer(String key) {
        return YamlPointer.child(pointer, key);
    }

    /** A field's value, aliases resolved; empty for a missing or null one. */
    Optional<YamlNode> field(String key) {
        return node.get(key).map(YamlNode::resolve).filter(value -> !isNull(value));
    }

    static boolean isNull(YamlNode node) {
        return node instanceof YamlScalar scalar && scalar.value().kind() == YamlValue.Kind.NULL;
    }

    /** A field's text as it is spelled: {@code 1.10} stays {@code 1.10}. */
    Optional<String> text(String key) {
        return field(key).map(value -> scalarText(value, "'" + key + "'"));
    }

    /** A field's text. */
    String requiredText(String key, String what) {
        return text(key)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> Refusals.malformed(
                        what + " has no '" + key + "'",
                        "Give it one.",
                        node.entry(key).isPresent() ? at(key) : at()));
    }

    /** A field that is a mapping. */
    Optional<Entry> mapping(String key) {
        return field(key).map(value -> of(file, pointer(key), value, "'" + key + "'"));
    }

    /** The items of a field that is a list; none when it is missing. */
    List<YamlNode> items(String key) {
        Optional<YamlNode> value = field(key);
        if (value.isEmpty()) {
            return List.of();
        }
        if (value.get() instanceof YamlSequence sequence) {
            return sequence.items();
        }
        throw Refusals.malformed("'" + key + "' must be a list", "Write one item a line, each after '- '.", at(key));
    }

    /** The items of a field that is a list of texts. */
    List<String> texts(String key) {
        return items(key).stream()
                .map(item -> scalarText(item.resolve(), "an item of '" + key + "'"))
                .toList();
    }

    /** The entry's own values as texts, in order; null is the empty text. */
    Map<String, String> textValues(String what) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : names()) {
            String value = node.get(name)
                    .map(YamlNode::resolve)
                    .filter(found -> !isNull(found))
                    .map(found -> scalarText(found, what + " '" + name + "'"))
                    .orElse("");
            values.put(name, value);
        }
        return values;
    }

    /** The keys in order, merged ones included. */
    List<String> names() {
        if (YamlTree.of(node) instanceof Map<?, ?> tree) {
            return tree.keySet().stream().map(String::valueOf).toList();
        }
        return List.of();
    }

    private String scalarText(YamlNode value, String what) {
        if (value instanceof YamlScalar scalar) {
            return scalar.text();
        }
        throw Refusals.malformed(what + " must be text", "Quote it, or write it as a block after '|'.", file.at(value));
    }
}

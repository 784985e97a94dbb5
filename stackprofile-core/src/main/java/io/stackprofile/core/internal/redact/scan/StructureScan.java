package io.stackprofile.core.internal.redact.scan;

import io.stackprofile.core.internal.redact.name.Words;
import io.stackprofile.core.internal.redact.text.CommandFlags;
import io.stackprofile.core.internal.redact.value.ValueShape;
import io.stackprofile.yaml.YamlAlias;
import io.stackprofile.yaml.YamlEntry;
import io.stackprofile.yaml.YamlMapping;
import io.stackprofile.yaml.YamlNode;
import io.stackprofile.yaml.YamlScalar;
import io.stackprofile.yaml.YamlSequence;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Walks a document as a reader sees it and shows every scalar with its place: what stands behind an alias or a merge key
 * is shown at that place too, since the keys there may be what tells that it is a secret. How often that may multiply a
 * document is bounded by the limits it was read within.
 */
public final class StructureScan {

    private static final List<String> MERGE_KEYS = List.of(
            "name", "key", "id", "job_name", "alias", "title", "header", "host", "mountPath", "containerPort", "url");
    private static final Set<String> VALUE_KEYS = Words.set("value");
    // {type: password, value: x}, as a user's credentials are listed.
    private static final Set<String> CREDENTIAL_TYPES = Set.of("password", "secret", "token");
    private static final List<String> NAME_KEYS = List.of("name", "key", "header", "param", "field", "variable");

    private final BiConsumer<YamlScalar, Place> sink;

    private StructureScan(BiConsumer<YamlScalar, Place> sink) {
        this.sink = sink;
    }

    public static void walk(YamlNode root, Place place, BiConsumer<YamlScalar, Place> sink) {
        new StructureScan(sink).node(root, place);
    }

    private void node(YamlNode node, Place place) {
        if (node instanceof YamlScalar scalar) {
            sink.accept(scalar, place);
        } else if (node instanceof YamlMapping mapping) {
            mapping(mapping, place);
        } else if (node instanceof YamlSequence sequence) {
            sequence(sequence, place);
        } else if (node instanceof YamlAlias alias) {
            node(alias.target(), place);
        }
    }

    private void mapping(YamlMapping mapping, Place place) {
        Place self = KubeObject.of(mapping)
                .or(() -> place.listedKind().map(kind -> KubeObject.of(kind, mapping)))
                .map(place::as)
                .orElse(place);
        String name = siblingName(mapping);
        for (YamlEntry entry : mapping.entries()) {
            if (entry.isMerge()) {
                merged(entry.value(), self);
            } else {
                boolean value = VALUE_KEYS.contains(entry.name().toLowerCase(Locale.ROOT));
                node(entry.value(), self.entry(entry.name(), value ? name : null, mapping));
            }
        }
    }

    // What is merged in stands, to a reader, among the mapping's own entries.
    private void merged(YamlNode node, Place place) {
        if (node.resolve() instanceof YamlMapping mapping) {
            mapping(mapping, place);
        } else if (node.resolve() instanceof YamlSequence list) {
            list.items().forEach(item -> merged(item, place));
        }
    }

    private void sequence(YamlSequence sequence, Place place) {
        int index = 0;
        String before = "";
        String first = !sequence.items().isEmpty() && sequence.items().get(0).resolve() instanceof YamlScalar program
                ? program.text()
                : "";
        for (YamlNode item : sequence.items()) {
            String text = item.resolve() instanceof YamlScalar scalar ? scalar.text() : "";
            String flag = isFlag(before) ? CommandFlags.named(first, before) : null;
            node(item, place.item(index++, mergeKey(item.resolve(), text, flag), flag));
            before = text;
        }
    }

    private static String mergeKey(YamlNode item, String text, @Nullable String flag) {
        if (item instanceof YamlMapping mapping) {
            return MERGE_KEYS.stream()
                    .map(key -> KubeObject.text(mapping, key))
                    .filter(value -> !value.isEmpty() && value.length() <= 80 && !ValueShape.generated(value))
                    .findFirst()
                    .orElse("");
        }
        int equals = text.indexOf('=');
        if (text.startsWith("-") && equals > 0) {
            return text.substring(0, equals);
        }
        return flag == null ? "" : flag;
    }

    private static boolean isFlag(String text) {
        return text.length() > 1
                && text.charAt(0) == '-'
                && text.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.');
    }

    private static @Nullable String siblingName(YamlMapping mapping) {
        for (String key : NAME_KEYS) {
            String name = KubeObject.text(mapping, key);
            if (!name.isEmpty()) {
                return name;
            }
        }
        String type = KubeObject.text(mapping, "type").toLowerCase(Locale.ROOT);
        return CREDENTIAL_TYPES.contains(type) ? type : null;
    }
}

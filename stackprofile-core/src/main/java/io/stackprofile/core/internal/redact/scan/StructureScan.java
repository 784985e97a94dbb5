package io.stackprofile.core.internal.redact.scan;

import io.stackprofile.core.internal.redact.name.Words;
import io.stackprofile.core.internal.redact.text.ArgumentVector;
import io.stackprofile.core.internal.redact.value.ValueShape;
import io.stackprofile.yaml.YamlAlias;
import io.stackprofile.yaml.YamlEntry;
import io.stackprofile.yaml.YamlMapping;
import io.stackprofile.yaml.YamlNode;
import io.stackprofile.yaml.YamlScalar;
import io.stackprofile.yaml.YamlSequence;
import java.util.ArrayList;
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
            sequence(sequence, place, List.of());
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
                Place below = self.entry(entry.name(), value ? name : null, mapping);
                if (entry.name().equals("args") && entry.value().resolve() instanceof YamlSequence list) {
                    sequence(list, below, program(mapping));
                } else {
                    node(entry.value(), below);
                }
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

    // What a container runs: its command, or else what its image is called after.
    private static List<String> program(YamlMapping mapping) {
        List<String> words = mapping.entries().stream()
                .filter(entry -> entry.name().equals("command") && entry.value().resolve() instanceof YamlSequence)
                .flatMap(entry -> words((YamlSequence) entry.value().resolve()).stream())
                .toList();
        String image = KubeObject.text(mapping, "image");
        int tag = image.indexOf(':', image.lastIndexOf('/') + 1);
        String own = image.substring(image.lastIndexOf('/') + 1, tag < 0 ? image.length() : tag);
        return !words.isEmpty() || own.isEmpty() ? words : List.of(own);
    }

    private static List<String> words(YamlSequence sequence) {
        return sequence.items().stream()
                .map(item -> item.resolve() instanceof YamlScalar scalar ? scalar.text() : "")
                .toList();
    }

    // What stands alone as "-a" behind an image's name is an option of the image's program, and else begins with its
    // own.
    private static List<String> flags(List<String> program, List<String> own) {
        boolean complete = program.size() == 1 && !own.isEmpty() && !own.get(0).startsWith("-");
        List<String> all = new ArrayList<>(ArgumentVector.flags(own));
        if (!program.isEmpty()) {
            List<String> joined = new ArrayList<>(program);
            joined.addAll(own);
            List<String> flags = ArgumentVector.flags(joined);
            for (int i = 0; i < own.size(); i++) {
                String flag = flags.get(program.size() + i);
                all.set(i, flag.isEmpty() || (complete && !all.get(i).isEmpty()) ? all.get(i) : flag);
            }
        }
        return all;
    }

    private void sequence(YamlSequence sequence, Place place, List<String> program) {
        int index = 0;
        String before = "";
        List<String> flags = flags(program, words(sequence));
        for (YamlNode item : sequence.items()) {
            String text = item.resolve() instanceof YamlScalar scalar ? scalar.text() : "";
            String known = flags.get(index);
            String flag = !known.isEmpty() ? known : isFlag(before) ? before : null;
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

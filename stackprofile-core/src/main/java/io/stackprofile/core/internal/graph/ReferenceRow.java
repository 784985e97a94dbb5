package io.stackprofile.core.internal.graph;

import io.stackprofile.yaml.YamlMapping;
import io.stackprofile.yaml.YamlNode;
import io.stackprofile.yaml.YamlPointer;
import io.stackprofile.yaml.YamlSequence;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * A row of {@code references.tsv}: a path of a kind at which another object is named.
 *
 * @param steps the path, each step the keys it may take; {@code *} is every item
 * @param group the target's group, or its default
 * @param kind the target's kind, or its default
 * @param groupKey the key that may say another group; empty when the target's kind is fixed
 * @param nameKey the key of the name; {@code .} when the path leads to the name
 * @param namespace {@code own}, {@code none}, or the key that may say another than its own
 * @param why what is done with the target
 */
record ReferenceRow(
        List<List<String>> steps,
        String group,
        String kind,
        String groupKey,
        String nameKey,
        String namespace,
        String why) {

    /** Reads the columns behind the first. */
    static ReferenceRow of(List<String> columns) {
        String target = columns.get(2);
        boolean open = target.startsWith("@");
        int colon = target.indexOf(':');
        String kind = !open ? target : colon < 0 ? "" : target.substring(colon + 1);
        int dot = kind.indexOf('.');
        return new ReferenceRow(
                path(columns.get(1)),
                dot < 0 ? "" : kind.substring(dot + 1),
                dot < 0 ? kind : kind.substring(0, dot),
                open ? target.substring(1, colon < 0 ? target.length() : colon) : "",
                columns.get(3),
                columns.get(4),
                columns.get(5));
    }

    static List<List<String>> path(String path) {
        return Arrays.stream(path.substring(1).split("/", -1))
                .map(step -> Arrays.stream(step.split("\\|", -1))
                        .map(YamlPointer::unescape)
                        .toList())
                .toList();
    }

    /** Every place below {@code root} to which the path leads. */
    static void walk(YamlNode root, String pointer, List<List<String>> steps, BiConsumer<String, YamlNode> places) {
        if (steps.isEmpty()) {
            places.accept(pointer, root);
            return;
        }
        List<List<String>> rest = steps.subList(1, steps.size());
        YamlNode node = root.resolve();
        if (node instanceof YamlMapping mapping) {
            for (String key : steps.get(0)) {
                mapping.get(key).ifPresent(value -> walk(value, YamlPointer.child(pointer, key), rest, places));
            }
        } else if (node instanceof YamlSequence list && steps.get(0).contains("*")) {
            for (int i = 0; i < list.items().size(); i++) {
                walk(list.items().get(i), YamlPointer.child(pointer, i), rest, places);
            }
        }
    }

    /** The object that is named at a place of {@code from}; empty when none is. */
    Optional<ObjectKey> target(YamlNode place, String ownNamespace) {
        String name = nameKey.equals(".")
                ? Fields.text(place)
                : place.resolve() instanceof YamlMapping mapping ? Fields.text(mapping, nameKey) : "";
        if (name.isEmpty()) {
            return Optional.empty();
        }
        String itsKind = said(place, groupKey.isEmpty() ? "" : "kind", kind);
        return itsKind.isEmpty()
                ? Optional.empty()
                : Optional.of(new ObjectKey(group(place), itsKind, namespace(place, ownNamespace), name));
    }

    /** What the target is in a word of ours, never of the content. */
    String what() {
        return groupKey.isEmpty() ? kind : "object";
    }

    private String namespace(YamlNode place, String own) {
        return switch (namespace) {
            case "own" -> own;
            case "none" -> "";
            default -> said(place, namespace, own);
        };
    }

    private String group(YamlNode place) {
        String said = said(place, groupKey, "");
        if (said.isEmpty()) {
            return group;
        }
        return groupKey.equals("apiVersion") ? ObjectKey.groupOf(said) : said;
    }

    private static String said(YamlNode place, String key, String otherwise) {
        if (key.isEmpty() || !(place.resolve() instanceof YamlMapping mapping)) {
            return otherwise;
        }
        return mapping.get(key).isPresent() ? Fields.text(mapping, key) : otherwise;
    }
}

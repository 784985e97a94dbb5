package io.stackprofile.yaml;

import java.util.ArrayList;
import java.util.List;

/**
 * A Kubernetes object of a file, with its place. The items of a list, {@code kind: List} or a typed one such as
 * {@code ConfigMapList}, are objects of their own; the list is none.
 *
 * <pre>{@code
 * for (ManifestObject object : ManifestObject.of(file)) {
 *     patch.put(object.document(), object.pointer() + "/metadata/namespace", "shop");
 * }
 * }</pre>
 *
 * @param document the document's index
 * @param pointer the object's JSON pointer in its document; empty for a document's root
 * @param mapping the object, aliases resolved
 * @param apiVersion its own, or the typed list's if it has none
 * @param kind its own, or what the typed list's says if it has none
 */
public record ManifestObject(int document, String pointer, YamlMapping mapping, String apiVersion, String kind) {
    private static final String LIST = "List";

    /**
     * The objects of a file in order. What has no kind or no apiVersion, as Helm values have none, is left out.
     */
    public static List<ManifestObject> of(YamlFile file) {
        List<ManifestObject> out = new ArrayList<>();
        for (YamlDocument document : file.documents()) {
            document.root().ifPresent(root -> new Search(document.index(), out).in(root, "", "", ""));
        }
        return List.copyOf(out);
    }

    private record Search(int document, List<ManifestObject> out) {
        /** Looks at a node whose type is the given one unless it says so itself. */
        void in(YamlNode node, String pointer, String apiVersion, String kind) {
            if (!(node.resolve() instanceof YamlMapping mapping)) {
                return;
            }
            String ownVersion = text(mapping, "apiVersion", apiVersion);
            String ownKind = text(mapping, "kind", kind);
            if (ownVersion.isEmpty() || ownKind.isEmpty()) {
                return;
            }
            if (isList(mapping, ownKind)) {
                items(mapping, pointer, ownVersion, ownKind);
            } else {
                out.add(new ManifestObject(document, pointer, mapping, ownVersion, ownKind));
            }
        }

        private void items(YamlMapping list, String pointer, String apiVersion, String kind) {
            boolean typed = !kind.equals(LIST);
            String itemKind = kind.substring(0, kind.length() - LIST.length());
            int index = 0;
            for (YamlNode item : itemsOf(list)) {
                String below = YamlPointer.child(YamlPointer.child(pointer, "items"), index++);
                in(item, below, typed ? apiVersion : "", itemKind);
            }
        }
    }

    /** A list's metadata has no name; an object whose kind only ends like a list's has one. */
    private static boolean isList(YamlMapping mapping, String kind) {
        boolean listed = mapping.get("items").map(YamlNode::resolve).orElse(mapping) instanceof YamlSequence;
        boolean named = mapping.get("metadata").map(YamlNode::resolve).orElse(mapping) instanceof YamlMapping metadata
                && metadata != mapping
                && metadata.get("name").isPresent();
        return kind.endsWith(LIST) && listed && !named;
    }

    private static List<YamlNode> itemsOf(YamlMapping list) {
        return list.get("items").map(YamlNode::resolve).orElse(list) instanceof YamlSequence items
                ? items.items()
                : List.of();
    }

    private static String text(YamlMapping mapping, String key, String otherwise) {
        return mapping.get(key)
                .map(YamlNode::resolve)
                .filter(YamlScalar.class::isInstance)
                .map(node -> (YamlScalar) node)
                .filter(scalar -> scalar.value().kind() == YamlValue.Kind.STRING)
                .map(YamlScalar::text)
                .orElse(otherwise);
    }

    /** The place and the type: what the object holds may be secret. */
    @Override
    public String toString() {
        return "ManifestObject[document " + document + ", " + pointer + ", " + apiVersion + " " + kind + "]";
    }
}

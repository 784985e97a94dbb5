package io.stackprofile.core.internal.diff;

import io.stackprofile.core.internal.graph.DocumentKey;
import io.stackprofile.core.internal.graph.ObjectKey;
import io.stackprofile.core.internal.tree.TokenTree;
import io.stackprofile.stack.Member;
import io.stackprofile.yaml.ManifestObject;
import io.stackprofile.yaml.YamlDocument;
import io.stackprofile.yaml.YamlFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes a member's text apart: a part for each document, and for each object of a document that is a list of objects. */
final class DocumentParts {

    private final Member member;
    private final Map<DocumentKey, DocumentPart> parts = new LinkedHashMap<>();
    private final Map<Optional<ObjectKey>, Integer> twins = new HashMap<>();

    private DocumentParts(Member member) {
        this.member = member;
    }

    /** The parts by key, in order. */
    static Map<DocumentKey, DocumentPart> of(Member member, YamlFile file) {
        Map<Integer, List<ManifestObject>> objects = new HashMap<>();
        ManifestObject.of(file)
                .forEach(object -> objects.computeIfAbsent(object.document(), index -> new ArrayList<>())
                        .add(object));
        DocumentParts parts = new DocumentParts(member);
        file.documents().forEach(document -> parts.add(document, objects.getOrDefault(document.index(), List.of())));
        return parts.parts;
    }

    private void add(YamlDocument document, List<ManifestObject> objects) {
        if (document.root().isEmpty()) {
            return;
        }
        Object tree = TokenTree.of(document);
        if (tree instanceof Map<?, ?> list && list.get("items") instanceof List<?> items && areItems(objects, items)) {
            Map<Object, @Nullable Object> rest = new LinkedHashMap<>(list);
            rest.remove("items");
            add(document.index(), "", rest, Optional.empty());
            for (int i = 0; i < items.size(); i++) {
                add(document.index(), "/items/" + i, items.get(i), ObjectKey.of(objects.get(i)));
            }
        } else {
            add(document.index(), "", tree, ObjectKey.of(document.root().get()));
        }
    }

    /** Whether a document's objects are just the items of its list, each with a name. */
    private static boolean areItems(List<ManifestObject> objects, List<?> items) {
        if (items.isEmpty() || objects.size() != items.size()) {
            return false;
        }
        for (int i = 0; i < items.size(); i++) {
            ManifestObject object = objects.get(i);
            if (!object.pointer().equals("/items/" + i) || ObjectKey.of(object).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private void add(int index, String pointer, @Nullable Object tree, Optional<ObjectKey> object) {
        DocumentKey key = new DocumentKey(object, twins.merge(object, 1, Integer::sum));
        parts.put(
                key,
                new DocumentPart(key, index, pointer, tree, object.map(itself -> itself.within(member.namespace()))));
    }
}

package io.stackprofile.core.internal.diff;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.source.MemberText;
import io.stackprofile.diff.Change;
import io.stackprofile.diff.ValueChange;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.yaml.YamlDocument;
import io.stackprofile.yaml.YamlTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares the documents of two texts of a member. Kubernetes objects are matched by group, kind, namespace and name,
 * other documents in their order. A change's document counts in the newer text, that of a removed document in the older.
 */
final class DocumentComparison {

    private DocumentComparison() {}

    /** One document: what it is matched by, where it stands, and its content. */
    private record Part(String key, int index, @Nullable Object tree) {}

    /** What differs; nothing when one of the texts is not YAML within the limits, then the unified text says it all. */
    static List<ValueChange> changes(MemberRef ref, String before, String after, Limits limits) {
        Optional<Map<String, Part>> old = parts(ref, before, limits);
        Optional<Map<String, Part>> now = parts(ref, after, limits);
        return old.isPresent() && now.isPresent() ? compare(old.get(), now.get()) : List.of();
    }

    private static List<ValueChange> compare(Map<String, Part> before, Map<String, Part> after) {
        List<ValueChange> changes = new ArrayList<>();
        for (Part part : after.values()) {
            Part match = before.get(part.key());
            if (match == null) {
                changes.add(TreeComparison.whole(Change.ADDED, part.index(), part.tree()));
            } else {
                changes.addAll(TreeComparison.changes(part.index(), match.tree(), part.tree()));
            }
        }
        for (Part part : before.values()) {
            if (!after.containsKey(part.key())) {
                changes.add(TreeComparison.whole(Change.REMOVED, part.index(), part.tree()));
            }
        }
        return changes;
    }

    private static Optional<Map<String, Part>> parts(MemberRef ref, String text, Limits limits) {
        List<YamlDocument> documents;
        try {
            documents = MemberText.parse(ref, Optional.empty(), text, limits).documents();
        } catch (InvalidContentException unreadable) {
            return Optional.empty();
        }
        Map<String, Part> parts = new LinkedHashMap<>();
        Map<String, Integer> twins = new HashMap<>();
        for (YamlDocument document : documents) {
            if (document.root().isPresent()) {
                Object tree = YamlTree.of(document.root().get());
                String identity = identity(tree);
                // The same object twice in a text is matched with its twins in their order.
                String key = identity + '\n' + twins.merge(identity, 1, Integer::sum);
                parts.put(key, new Part(key, document.index(), tree));
            }
        }
        return Optional.of(parts);
    }

    /** Group, kind, namespace and name of a Kubernetes object; empty for anything else. */
    private static String identity(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> object
                && object.get("apiVersion") instanceof String version
                && object.get("kind") instanceof String kind
                && object.get("metadata") instanceof Map<?, ?> metadata
                && metadata.get("name") instanceof String name) {
            String group = version.contains("/") ? version.substring(0, version.indexOf('/')) : "";
            Object namespace = metadata.get("namespace");
            return String.join("\n", group, kind, namespace instanceof String there ? there : "", name);
        }
        return "";
    }
}

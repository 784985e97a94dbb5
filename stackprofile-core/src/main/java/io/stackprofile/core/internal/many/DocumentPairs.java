package io.stackprofile.core.internal.many;

import io.stackprofile.core.internal.graph.ObjectKey;
import io.stackprofile.yaml.YamlDocument;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which documents of two texts are the same: by the object whatever its namespace, else by their place when both have as
 * many. Documents without content count for nothing.
 *
 * @param pairs the other text's document, by the leading text's
 * @param missing documents of the leading text without a twin
 * @param added documents of the other text without a twin
 */
record DocumentPairs(Map<YamlDocument, YamlDocument> pairs, List<YamlDocument> missing, List<YamlDocument> added) {

    static DocumentPairs of(YamlFile lead, YamlFile other) {
        List<YamlDocument> mine = filled(lead);
        List<YamlDocument> yours = filled(other);
        Map<YamlDocument, YamlDocument> pairs = new LinkedHashMap<>();
        Set<YamlDocument> taken = new HashSet<>();
        for (YamlDocument document : mine) {
            String identity = identity(document);
            Optional<YamlDocument> twin = yours.stream()
                    .filter(candidate -> !identity.isEmpty() && !taken.contains(candidate))
                    .filter(candidate -> identity(candidate).equals(identity))
                    .findFirst();
            twin.ifPresent(found -> {
                pairs.put(document, found);
                taken.add(found);
            });
        }
        List<YamlDocument> missing = new ArrayList<>(mine);
        missing.removeAll(pairs.keySet());
        List<YamlDocument> added = new ArrayList<>(yours);
        added.removeAll(taken);
        if (missing.size() == added.size()) {
            for (int i = 0; i < missing.size(); i++) {
                pairs.put(missing.get(i), added.get(i));
            }
            return new DocumentPairs(pairs, List.of(), List.of());
        }
        return new DocumentPairs(pairs, List.copyOf(missing), List.copyOf(added));
    }

    /** What an object is, whatever its namespace; empty for what is no object. */
    static String identity(YamlDocument document) {
        return document.root()
                .flatMap(ObjectKey::of)
                .map(key -> key.group() + "/" + key.kind() + "/" + key.name())
                .orElse("");
    }

    /** The root of a document that has content. */
    static YamlNode root(YamlDocument document) {
        return document.root().orElseThrow();
    }

    private static List<YamlDocument> filled(YamlFile file) {
        return file.documents().stream()
                .filter(document -> document.root().isPresent())
                .toList();
    }
}

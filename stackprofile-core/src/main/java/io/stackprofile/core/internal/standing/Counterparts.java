package io.stackprofile.core.internal.standing;

import io.stackprofile.core.internal.graph.DocumentKey;
import io.stackprofile.core.internal.merge.DocumentPieces;
import io.stackprofile.core.internal.tree.ListKeys;
import io.stackprofile.yaml.YamlDocument;
import io.stackprofile.yaml.YamlEntry;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlMapping;
import io.stackprofile.yaml.YamlNode;
import io.stackprofile.yaml.YamlPointer;
import io.stackprofile.yaml.YamlScalar;
import io.stackprofile.yaml.YamlSequence;
import io.stackprofile.yaml.YamlTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds for each scalar of a target's text the one that stands at its place in a version's: lists by key, else by place. */
final class Counterparts {

    /**
     * A scalar of the target.
     *
     * @param document which document of the target's text
     * @param pointer its place there
     * @param target the scalar
     * @param base what the instance's version has there
     * @param theirs what the newer version has there
     */
    record Pair(
            int document, String pointer, YamlScalar target, Optional<YamlScalar> base, Optional<YamlScalar> theirs) {}

    private final List<Pair> pairs = new ArrayList<>();
    private final Set<YamlNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private Counterparts() {}

    /** Every scalar value of {@code target}, in order, each once. */
    static List<Pair> of(@Nullable YamlFile base, @Nullable YamlFile theirs, YamlFile target) {
        Counterparts run = new Counterparts();
        Map<DocumentKey, YamlDocument> old = documents(base);
        Map<DocumentKey, YamlDocument> newer = documents(theirs);
        documents(target)
                .forEach((key, document) -> document.root()
                        .ifPresent(root ->
                                run.walk(document.index(), "", "", root(old.get(key)), root(newer.get(key)), root)));
        return run.pairs;
    }

    private static Map<DocumentKey, YamlDocument> documents(@Nullable YamlFile file) {
        Map<DocumentKey, YamlDocument> documents = new LinkedHashMap<>();
        if (file != null) {
            DocumentPieces.of(file)
                    .forEach((key, piece) -> documents.put(key, file.documents().get(piece.index())));
        }
        return documents;
    }

    private static @Nullable YamlNode root(@Nullable YamlDocument document) {
        return document == null ? null : document.root().map(YamlNode::resolve).orElse(null);
    }

    private void walk(
            int document,
            String pointer,
            String field,
            @Nullable YamlNode base,
            @Nullable YamlNode theirs,
            YamlNode unresolved) {
        YamlNode target = unresolved.resolve();
        if (!seen.add(target)) {
            return;
        }
        if (target instanceof YamlScalar scalar) {
            pairs.add(new Pair(document, pointer, scalar, scalar(base), scalar(theirs)));
        } else if (target instanceof YamlMapping mapping) {
            for (YamlEntry entry : mapping.entries()) {
                String name = entry.name();
                walk(document, YamlPointer.child(pointer, name), name, at(base, name), at(theirs, name), entry.value());
            }
        } else if (target instanceof YamlSequence sequence) {
            items(document, pointer, field, base, theirs, sequence);
        }
    }

    private void items(
            int document,
            String pointer,
            String field,
            @Nullable YamlNode base,
            @Nullable YamlNode theirs,
            YamlSequence target) {
        List<YamlNode> old = items(base);
        List<YamlNode> newer = items(theirs);
        Optional<List<List<String>>> keys = ListKeys.of(field, List.of(trees(old), trees(newer), trees(target.items())))
                .map(ListKeys.Matched::keys);
        for (int i = 0; i < target.items().size(); i++) {
            YamlNode oldItem = item(old, place(keys, 0, i));
            YamlNode newerItem = item(newer, place(keys, 1, i));
            walk(
                    document,
                    YamlPointer.child(pointer, i),
                    "",
                    oldItem,
                    newerItem,
                    target.items().get(i));
        }
    }

    /** Where a side has the item that stands at a place of the target. */
    private static int place(Optional<List<List<String>>> keys, int side, int place) {
        return keys.map(all -> all.get(side).indexOf(all.get(2).get(place))).orElse(place);
    }

    private static List<@Nullable Object> trees(List<YamlNode> nodes) {
        List<@Nullable Object> trees = new ArrayList<>();
        nodes.forEach(node -> trees.add(YamlTree.of(node)));
        return trees;
    }

    private static List<YamlNode> items(@Nullable YamlNode node) {
        return node instanceof YamlSequence sequence ? sequence.items() : List.of();
    }

    private static @Nullable YamlNode item(List<YamlNode> items, int index) {
        return index < 0 || index >= items.size() ? null : items.get(index).resolve();
    }

    private static @Nullable YamlNode at(@Nullable YamlNode node, String key) {
        return node instanceof YamlMapping mapping
                ? mapping.get(key).map(YamlNode::resolve).orElse(null)
                : null;
    }

    private static Optional<YamlScalar> scalar(@Nullable YamlNode node) {
        return node instanceof YamlScalar scalar ? Optional.of(scalar) : Optional.empty();
    }
}

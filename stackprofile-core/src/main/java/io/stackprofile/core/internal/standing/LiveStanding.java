package io.stackprofile.core.internal.standing;

import io.stackprofile.core.internal.graph.DocumentKey;
import io.stackprofile.core.internal.merge.DocumentPieces;
import io.stackprofile.core.internal.merge.TreeSplice;
import io.stackprofile.core.internal.tree.TokenTree;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.yaml.YamlEmitter;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlLimits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A member as a live cluster has it: the version's text with the live values in it. */
final class LiveStanding {

    private final LiveObjects objects;
    private final YamlLimits limits;
    private final Consumer<String> held;
    private final Map<MemberRef, List<SecretEdit>> withheld = new LinkedHashMap<>();
    private final Map<MemberRef, List<FieldOwners>> owners = new LinkedHashMap<>();

    LiveStanding(LiveObjects objects, YamlLimits limits, Consumer<String> held) {
        this.objects = objects;
        this.limits = limits;
        this.held = held;
    }

    /** Where a member's live values hold a secret that is not the version's. */
    List<SecretEdit> withheld(MemberRef ref) {
        return withheld.getOrDefault(ref, List.of());
    }

    /** Who owns what of a member's documents, in the order of the text that was made. */
    List<FieldOwners> owners(MemberRef ref) {
        return owners.getOrDefault(ref, List.of());
    }

    /** The manifest; empty when none of its objects is there. */
    Optional<Member> manifest(@Nullable Member base, @Nullable Member theirs) {
        Member pattern = base != null ? base : theirs;
        if (pattern == null) {
            return Optional.empty();
        }
        Map<DocumentKey, DocumentPieces.Piece> old = pieces(base);
        Map<DocumentKey, DocumentPieces.Piece> newer = pieces(theirs);
        List<DocumentPieces.Piece> standing = new ArrayList<>();
        List<DocumentKey> keys = new ArrayList<>(old.keySet());
        newer.keySet().stream().filter(key -> !old.containsKey(key)).forEach(keys::add);
        boolean found = false;
        for (DocumentKey key : keys) {
            if (key.object().isEmpty()) {
                Optional.ofNullable(old.get(key))
                        .ifPresent(piece -> add(pattern.ref(), standing, piece, FieldOwners.UNKNOWN));
                continue;
            }
            Optional<LiveObjects.Live> live = objects.find(key.object().get(), pattern.namespace());
            found |= live.isPresent();
            live.ifPresent(object -> add(pattern, standing, old.get(key), newer.get(key), object));
        }
        String text = DocumentPieces.join(
                standing, DocumentPieces.isMarked(pattern.text().orElse("")));
        return found ? Optional.of(same(pattern, old, standing) ? pattern : pattern.withText(text)) : Optional.empty();
    }

    private static boolean same(
            Member pattern, Map<DocumentKey, DocumentPieces.Piece> old, List<DocumentPieces.Piece> standing) {
        return pattern.text().isPresent()
                && old.values().stream()
                        .map(DocumentPieces.Piece::text)
                        .toList()
                        .equals(standing.stream()
                                .map(DocumentPieces.Piece::text)
                                .toList());
    }

    private void add(
            Member pattern,
            List<DocumentPieces.Piece> standing,
            DocumentPieces.@Nullable Piece old,
            DocumentPieces.@Nullable Piece newer,
            LiveObjects.Live live) {
        FieldOwners of = FieldOwners.of(live.tree());
        LiveTree.Projected projected = LiveTree.object(tree(old), tree(newer), live.tree(), of, held);
        DocumentPieces.Piece into = old != null ? old : newer;
        if (into == null) {
            return;
        }
        int place = standing.size();
        projected
                .withheld()
                .forEach(pointer -> withheld.computeIfAbsent(pattern.ref(), ref -> new ArrayList<>())
                        .add(new SecretEdit(pattern.ref(), place, Optional.of(pointer))));
        add(
                pattern.ref(),
                standing,
                new DocumentPieces.Piece(place, written(pattern.ref(), into.text(), projected.tree())),
                of);
    }

    private void add(MemberRef ref, List<DocumentPieces.Piece> standing, DocumentPieces.Piece piece, FieldOwners of) {
        standing.add(piece);
        owners.computeIfAbsent(ref, each -> new ArrayList<>()).add(of);
    }

    /** The add-on; what the cluster does not tell of its chart is as in the version. */
    Addon addon(Addon base, @Nullable Addon theirs, Addon live) {
        Optional<String> values = base.values();
        Object tree = tree(live.values());
        Object old = tree(base.values());
        if (!(ServerValue.isEmpty(old) || old == TokenTree.ABSENT)
                || !(ServerValue.isEmpty(tree) || tree == TokenTree.ABSENT)) {
            LiveTree.Projected projected =
                    LiveTree.values(old, theirs == null ? TokenTree.ABSENT : tree(theirs.values()), tree, held);
            projected
                    .withheld()
                    .forEach(pointer -> withheld.computeIfAbsent(base.ref(), ref -> new ArrayList<>())
                            .add(new SecretEdit(base.ref(), 0, Optional.of(pointer))));
            values = projected.tree() == TokenTree.ABSENT
                    ? Optional.empty()
                    : Optional.of(written(base.ref(), base.values().orElse(""), projected.tree()));
        }
        return Addon.builder()
                .name(base.name())
                .chartName(live.chartName())
                .chartVersion(live.chartVersion())
                .repositoryUrl(live.repositoryUrl().or(base::repositoryUrl))
                .registryName(live.registryName().or(base::registryName))
                .namespace(live.namespace().or(base::namespace))
                .values(values)
                .addAllParents(base.parents())
                .build();
    }

    private String written(MemberRef ref, String text, @Nullable Object tree) {
        return TreeSplice.write(ref, text, tree, limits)
                .orElseGet(() -> tree == TokenTree.ABSENT ? "" : YamlEmitter.document(TokenTree.plain(tree)));
    }

    private Map<DocumentKey, DocumentPieces.Piece> pieces(@Nullable Member member) {
        return member instanceof Manifest manifest
                ? DocumentPieces.of(YamlFile.parse(manifest.content(), limits))
                : Map.of();
    }

    private @Nullable Object tree(DocumentPieces.@Nullable Piece piece) {
        return piece == null ? TokenTree.ABSENT : tree(Optional.of(piece.text()));
    }

    private @Nullable Object tree(Optional<String> text) {
        return text.flatMap(yaml ->
                        YamlFile.parse(yaml, limits).documents().stream().findFirst())
                .<@Nullable Object>map(TokenTree::of)
                .orElse(TokenTree.ABSENT);
    }
}

package io.stackprofile.core.internal.standing;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.graph.DocumentKey;
import io.stackprofile.core.internal.merge.DocumentPieces;
import io.stackprofile.core.internal.redact.sweep.Sweep;
import io.stackprofile.core.internal.source.MemberText;
import io.stackprofile.core.internal.tree.TokenTree;
import io.stackprofile.core.internal.tree.TreeJson;
import io.stackprofile.diff.Change;
import io.stackprofile.instantiation.MemberDrift;
import io.stackprofile.instantiation.PathDrift;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlLimits;
import io.stackprofile.yaml.YamlNode;
import io.stackprofile.yaml.YamlPointer;
import io.stackprofile.yaml.YamlSequence;
import io.stackprofile.yaml.YamlTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a target differs from what a version gives. */
public final class TargetDrift {

    private final TargetSide target;
    private final YamlLimits limits;

    private TargetDrift(TargetSide target, Limits limits) {
        this.target = target;
        this.limits = MemberText.yamlLimits(limits);
    }

    /** Each member of {@code version} against the target. */
    public static List<MemberDrift> of(StackSpec version, TargetSide target, Limits limits) {
        TargetDrift drift = new TargetDrift(target, limits);
        return version.members().stream().map(drift::member).toList();
    }

    /** Each member of a version whose target is gone. */
    public static List<MemberDrift> gone(StackSpec version) {
        return version.members().stream()
                .map(member -> new MemberDrift(member.ref(), MemberDrift.State.MISSING, List.of()))
                .toList();
    }

    private MemberDrift member(Member expected) {
        Optional<Member> there = target.spec().find(expected.ref());
        if (there.isEmpty()) {
            boolean hidden =
                    target.secrets().stream().anyMatch(edit -> edit.member().equals(expected.ref()));
            return hidden
                    ? new MemberDrift(expected.ref(), MemberDrift.State.CHANGED, secrets(expected, expected))
                    : new MemberDrift(expected.ref(), MemberDrift.State.MISSING, List.of());
        }
        List<PathDrift> paths = new ArrayList<>(fields(expected, there.get()));
        paths.addAll(documents(expected, there.get()));
        paths.addAll(secrets(expected, there.get()));
        return new MemberDrift(
                expected.ref(), paths.isEmpty() ? MemberDrift.State.AS_DEPLOYED : MemberDrift.State.CHANGED, paths);
    }

    private static List<PathDrift> fields(Member expected, Member actual) {
        List<PathDrift> paths = new ArrayList<>();
        field(paths, "namespace", expected.namespace(), actual.namespace());
        if (expected instanceof Addon old && actual instanceof Addon now) {
            field(paths, "chartName", Optional.of(old.chartName()), Optional.of(now.chartName()));
            field(paths, "chartVersion", Optional.of(old.chartVersion()), Optional.of(now.chartVersion()));
            field(paths, "repositoryUrl", old.repositoryUrl(), now.repositoryUrl());
            field(paths, "registryName", old.registryName(), now.registryName());
        }
        return paths;
    }

    private static void field(List<PathDrift> paths, String name, Optional<String> expected, Optional<String> actual) {
        if (!expected.equals(actual)) {
            paths.add(PathDrift.builder()
                    .document(0)
                    .path(name)
                    .change(expected.isEmpty() ? Change.ADDED : actual.isEmpty() ? Change.REMOVED : Change.CHANGED)
                    .expected(expected.map(TreeJson::of))
                    .actual(actual.map(TreeJson::of))
                    .build());
        }
    }

    private List<PathDrift> documents(Member expected, Member actual) {
        if (expected.text().equals(actual.text())) {
            return List.of();
        }
        Map<DocumentKey, DocumentPieces.Piece> old = pieces(expected);
        Map<DocumentKey, DocumentPieces.Piece> now = pieces(actual);
        Map<DocumentKey, DocumentPieces.Piece> all = new LinkedHashMap<>(now);
        all.putAll(old);
        List<PathDrift> paths = new ArrayList<>();
        all.keySet().stream()
                .sorted(Comparator.comparingInt(key -> index(all.get(key))))
                .forEach(key -> {
                    DocumentPieces.Piece there = now.get(key);
                    paths.addAll(TreeDrift.between(
                            index(all.get(key)),
                            tree(old.get(key)),
                            tree(there),
                            owners(expected.ref(), index(there))));
                });
        return paths;
    }

    private static int index(DocumentPieces.@Nullable Piece piece) {
        return piece == null ? -1 : piece.index();
    }

    private FieldOwners owners(MemberRef ref, int index) {
        List<FieldOwners> owners = target.owners().getOrDefault(ref, List.of());
        return index >= 0 && index < owners.size() ? owners.get(index) : FieldOwners.UNKNOWN;
    }

    private List<PathDrift> secrets(Member expected, Member actual) {
        return target.secrets().stream()
                .filter(edit -> edit.member().equals(expected.ref()))
                .map(edit -> secret(edit, expected, actual))
                .toList();
    }

    private PathDrift secret(SecretEdit edit, Member expected, Member actual) {
        Optional<String> known = edit.path().flatMap(pointer -> value(expected, edit.document(), pointer));
        Optional<FieldOwners.Owner> owner =
                edit.path().flatMap(pointer -> owners(edit, actual, pointer).latest());
        return PathDrift.builder()
                .document(edit.document())
                .path(edit.path().orElse(""))
                .change(edit.path().isPresent() && known.isEmpty() ? Change.ADDED : Change.CHANGED)
                .expected(known)
                .actual(Sweep.MASK)
                .manager(owner.map(FieldOwners.Owner::manager))
                .operation(owner.flatMap(FieldOwners.Owner::operation))
                .changedAt(owner.flatMap(FieldOwners.Owner::time))
                .build();
    }

    private FieldOwners owners(SecretEdit edit, Member actual, String pointer) {
        FieldOwners owners = owners(edit.member(), edit.document());
        String at = "";
        for (String token : YamlPointer.tokens(pointer)) {
            boolean list = node(actual, edit.document(), at)
                    .filter(YamlSequence.class::isInstance)
                    .isPresent();
            at = YamlPointer.child(at, token);
            owners = list
                    ? owners.item(
                            node(actual, edit.document(), at).map(YamlTree::of).orElse(null))
                    : owners.field(token);
        }
        return owners;
    }

    private Optional<String> value(Member member, int document, String pointer) {
        return node(member, document, pointer).flatMap(node -> TokenTree.json(YamlTree.of(node)));
    }

    private Optional<YamlNode> node(Member member, int document, String pointer) {
        return member.text()
                .flatMap(text -> YamlFile.parse(text, limits).documents().stream()
                        .skip(document)
                        .findFirst())
                .flatMap(read -> read.at(pointer))
                .map(YamlNode::resolve);
    }

    private Map<DocumentKey, DocumentPieces.Piece> pieces(Member member) {
        return member.text()
                .map(text -> DocumentPieces.of(YamlFile.parse(text, limits)))
                .orElse(Map.of());
    }

    private @Nullable Object tree(DocumentPieces.@Nullable Piece piece) {
        return piece == null
                ? TokenTree.ABSENT
                : YamlFile.parse(piece.text(), limits).documents().stream()
                        .findFirst()
                        .<@Nullable Object>map(TokenTree::of)
                        .orElse(TokenTree.ABSENT);
    }
}

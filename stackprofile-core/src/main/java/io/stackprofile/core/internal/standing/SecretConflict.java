package io.stackprofile.core.internal.standing;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.redact.sweep.Sweep;
import io.stackprofile.core.internal.source.MemberText;
import io.stackprofile.core.internal.tree.TokenTree;
import io.stackprofile.draft.MergeConflict;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlNode;
import io.stackprofile.yaml.YamlTree;
import java.util.Optional;

/** Tells of a secret on the target, which cannot come into a draft, without it. */
final class SecretConflict {

    private SecretConflict() {}

    static MergeConflict of(String id, SecretEdit edit, StackSpec base, StackSpec theirs, Limits limits) {
        MergeConflict.Builder conflict = MergeConflict.builder();
        return conflict.id(id)
                .kind(MergeConflict.Kind.BOTH_CHANGED)
                .location(edit.location())
                .message("the target has a secret here that is not the version's, and a draft holds none")
                .base(value(base, edit, limits))
                .theirs(value(theirs, edit, limits))
                .ours(Sweep.MASK)
                .build();
    }

    private static Optional<String> value(StackSpec spec, SecretEdit edit, Limits limits) {
        return spec.find(edit.member())
                .flatMap(Member::text)
                .flatMap(text -> edit.path()
                        .flatMap(pointer -> YamlFile.parse(text, MemberText.yamlLimits(limits)).documents().stream()
                                .skip(edit.document())
                                .findFirst()
                                .flatMap(document -> document.at(pointer))
                                .map(YamlNode::resolve)
                                .flatMap(node -> TokenTree.json(YamlTree.of(node)))));
    }
}

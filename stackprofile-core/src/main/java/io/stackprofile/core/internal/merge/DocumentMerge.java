package io.stackprofile.core.internal.merge;

import io.stackprofile.core.internal.merge.DocumentPieces.Piece;
import io.stackprofile.core.internal.tree.TokenTree;
import io.stackprofile.draft.MergeConflict;
import io.stackprofile.draft.MergeResolution;
import io.stackprofile.error.Location;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.yaml.YamlComment;
import io.stackprofile.yaml.YamlException;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlLimits;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Joins two changes of one document: its tree path by path, its text line by line where that gives the same tree, else by
 * splicing the joined tree into the text of the side whose comments changed.
 */
final class DocumentMerge {

    private final MergeRun run;
    private final MemberRef member;
    private final YamlLimits limits;

    DocumentMerge(MergeRun run, MemberRef member, YamlLimits limits) {
        this.run = run;
        this.member = member;
        this.limits = limits;
    }

    /** The joined text; ours where there is a conflict. */
    Piece merge(Piece base, Piece theirs, Piece ours) {
        YamlFile old = YamlFile.parse(base.text(), limits);
        YamlFile their = YamlFile.parse(theirs.text(), limits);
        YamlFile our = YamlFile.parse(ours.text(), limits);
        int before = run.conflicts().size();
        Object tree = new TreeMerge(run, member, ours.index()).merge("", "", tree(old), tree(their), tree(our));
        if (run.conflicts().size() > before) {
            return ours;
        }
        Optional<String> text = LineMerge.merge(base.text(), theirs.text(), ours.text())
                .filter(joined -> gives(joined, tree))
                .or(() -> spliced(old, their, our, tree));
        return text.map(joined -> new Piece(ours.index(), joined)).orElseGet(() -> chosen(base, theirs, ours, tree));
    }

    private Optional<String> spliced(YamlFile base, YamlFile theirs, YamlFile ours, @Nullable Object tree) {
        if (comments(theirs).equals(comments(base)) || comments(theirs).equals(comments(ours))) {
            return spliced(ours, tree).filter(text -> keepsComments(text, ours));
        }
        return comments(ours).equals(comments(base))
                ? spliced(theirs, tree).filter(text -> keepsComments(text, theirs))
                : Optional.empty();
    }

    /** Whether a side's comments are all there: one may stand in what the other side removed or replaced. */
    private boolean keepsComments(String joined, YamlFile side) {
        return comments(YamlFile.parse(joined, limits)).equals(comments(side));
    }

    private Optional<String> spliced(YamlFile into, @Nullable Object tree) {
        return TextSplice.apply(into, TreeMerge.between(member, tree(into), tree), limits)
                .filter(text -> gives(text, tree));
    }

    /** Comments of both sides stand so close that only one side's text can be kept, with the joined values in it. */
    private Piece chosen(Piece base, Piece theirs, Piece ours, @Nullable Object tree) {
        MergeConflict.Builder conflict = MergeConflict.builder();
        conflict.location(
                        Location.builder().member(member).document(ours.index()).build())
                .message("both sides changed comments or layout so close to each other that they cannot be joined")
                .base(base.text())
                .theirs(theirs.text())
                .ours(ours.text());
        Optional<MergeResolution> settled = run.side(MergeConflict.Kind.TEXT, member + "#" + ours.index(), conflict);
        Piece side = settled.orElse(null) instanceof MergeResolution.Theirs ? theirs : ours;
        return settled.isEmpty()
                ? ours
                : spliced(YamlFile.parse(side.text(), limits), tree)
                        .map(text -> new Piece(ours.index(), text))
                        .orElse(side);
    }

    private boolean gives(String text, @Nullable Object tree) {
        try {
            YamlFile file = YamlFile.parse(text, limits);
            return file.documents().size() == 1
                    && Objects.equals(MergeKeys.unordered("", tree(file)), MergeKeys.unordered("", tree));
        } catch (YamlException broken) {
            return false;
        }
    }

    private static @Nullable Object tree(YamlFile file) {
        return file.documents().isEmpty()
                ? TokenTree.ABSENT
                : TokenTree.of(file.documents().get(0));
    }

    private static List<String> comments(YamlFile file) {
        return file.comments().stream()
                .map(YamlComment::span)
                .map(span -> span.of(file.text()))
                .toList();
    }
}

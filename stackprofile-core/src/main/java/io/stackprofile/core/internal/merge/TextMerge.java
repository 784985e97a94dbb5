package io.stackprofile.core.internal.merge;

import io.stackprofile.core.internal.graph.DocumentKey;
import io.stackprofile.core.internal.merge.DocumentPieces.Piece;
import io.stackprofile.draft.MergeConflict;
import io.stackprofile.draft.MergeConflict.Kind;
import io.stackprofile.draft.MergeResolution;
import io.stackprofile.error.Location;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.yaml.YamlException;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlLimits;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Joins two changes of a member's text, document by document. A text that only one side changed stays byte for byte. */
final class TextMerge {

    private final MergeRun run;
    private final MemberRef member;
    private final YamlLimits limits;

    TextMerge(MergeRun run, MemberRef member, YamlLimits limits) {
        this.run = run;
        this.member = member;
        this.limits = limits;
    }

    /** The joined text; ours where there is a conflict. */
    Optional<String> merge(Optional<String> base, Optional<String> theirs, Optional<String> ours) {
        Optional<Optional<String>> decided = MergeRun.unchanged(base, theirs, ours);
        if (decided.isPresent()) {
            return decided.get();
        }
        if (base.isPresent() && theirs.isPresent() && ours.isPresent()) {
            Optional<String> joined = documents(base.get(), theirs.get(), ours.get());
            if (joined.isPresent()) {
                return joined;
            }
            return settled(Kind.TEXT, "both sides changed the text, and it cannot be joined", base, theirs, ours);
        }
        return base.isEmpty()
                ? settled(Kind.ADD_ADD, "both sides added a text", base, theirs, ours)
                : settled(Kind.DELETE_MODIFY, "one side removed the text, the other changed it", base, theirs, ours);
    }

    private Optional<String> settled(
            Kind kind, String message, Optional<String> base, Optional<String> theirs, Optional<String> ours) {
        MergeConflict.Builder conflict = MergeConflict.builder();
        conflict.location(Location.member(member))
                .message(message)
                .base(base)
                .theirs(theirs)
                .ours(ours);
        return run.side(kind, member.toString(), conflict).orElse(null) instanceof MergeResolution.Theirs
                ? theirs
                : ours;
    }

    /** Empty where a text is not YAML, or the joined one is not what it should be. */
    private Optional<String> documents(String base, String theirs, String ours) {
        try {
            Map<DocumentKey, Piece> merged = new KeyedMerge<DocumentKey, Piece>(
                            Piece::isLike,
                            (key, old, their, our) -> new DocumentMerge(run, member, limits).merge(old, their, our),
                            this::torn)
                    .merge(pieces(base), pieces(theirs), pieces(ours));
            String text = DocumentPieces.join(merged.values(), DocumentPieces.isMarked(ours));
            return Optional.of(text)
                    .filter(joined ->
                            new ArrayList<>(pieces(joined).keySet()).equals(new ArrayList<>(merged.keySet())));
        } catch (YamlException notYaml) {
            return Optional.empty();
        }
    }

    private Map<DocumentKey, Piece> pieces(String text) {
        return DocumentPieces.of(YamlFile.parse(text, limits));
    }

    private Optional<MergeResolution> torn(
            DocumentKey key, @Nullable Piece base, @Nullable Piece theirs, @Nullable Piece ours) {
        MergeConflict.Builder conflict = MergeConflict.builder();
        Location.Builder location = Location.builder();
        location.member(member);
        Piece shown = ours != null ? ours : base != null ? base : theirs;
        int index = shown == null ? 0 : shown.index();
        location.document(index);
        conflict.location(location.build())
                .message(
                        base == null
                                ? "both sides added this document, differently"
                                : "one side removed this document, the other changed it")
                .base(Optional.ofNullable(base).map(Piece::text))
                .theirs(Optional.ofNullable(theirs).map(Piece::text))
                .ours(Optional.ofNullable(ours).map(Piece::text));
        return run.side(
                base == null ? Kind.ADD_ADD : Kind.DELETE_MODIFY,
                member + "#" + index + (ours == null ? " of theirs" : ""),
                conflict);
    }
}

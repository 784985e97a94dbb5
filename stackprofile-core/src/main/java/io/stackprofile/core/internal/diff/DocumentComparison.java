package io.stackprofile.core.internal.diff;

import io.stackprofile.core.internal.graph.DocumentKey;
import io.stackprofile.diff.Change;
import io.stackprofile.diff.ValueChange;
import io.stackprofile.diff.Verdict;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares the documents of two texts of a member. Kubernetes objects are matched by group, kind, namespace and name,
 * whether documents of their own or items of a list; other documents in their order. A change's document counts in the newer text, that of a removed document in the older.
 */
final class DocumentComparison {

    private static final Verdict CHART =
            Verdict.compatible("chart-value-changed", "The chart decides what becomes of its values.");
    private static final Verdict OBJECT_ADDED = Verdict.compatible("object-added", "The object is made.");
    private static final Verdict OBJECT_REMOVED =
            Verdict.breaking("object-removed", "The object goes, and what runs in it or is kept by it.");
    private static final Verdict OBJECT_MOVED =
            Verdict.compatible("object-moved", "Another member has the same object now.");

    private final MemberDocuments documents;
    private final MovedObjects moves;

    DocumentComparison(MemberDocuments documents, MovedObjects moves) {
        this.documents = documents;
        this.moves = moves;
    }

    /** What differs; nothing when one of the texts is not YAML within the limits, then the unified text says it all. */
    Optional<List<ValueChange>> changes(Member before, Member after) {
        return documents.of(before).flatMap(old -> documents.of(after).map(now -> compare(old, now, after)));
    }

    private List<ValueChange> compare(
            Map<DocumentKey, DocumentPart> before, Map<DocumentKey, DocumentPart> after, Member member) {
        boolean values = member.ref().kind() == MemberKind.ADDON;
        List<ValueChange> changes = new ArrayList<>();
        for (DocumentPart part : after.values()) {
            DocumentPart match = before.get(part.key());
            if (match == null) {
                changes.add(whole(Change.ADDED, part));
            } else {
                List<ValueChange> found = TreeComparison.changes(match, part, documents.embedded(member));
                found.forEach(
                        change -> changes.add(values ? judged(change, CHART) : objectChange(change, match, part)));
            }
        }
        for (DocumentPart part : before.values()) {
            if (!after.containsKey(part.key())) {
                changes.add(whole(Change.REMOVED, part));
            }
        }
        return changes;
    }

    private ValueChange whole(Change change, DocumentPart part) {
        ValueChange.Builder builder = TreeComparison.whole(change, part.index(), part.pointer(), part.tree());
        if (part.isObject()) {
            Verdict alone = change == Change.ADDED ? OBJECT_ADDED : OBJECT_REMOVED;
            builder.verdict(moves.moved(part) ? OBJECT_MOVED : alone);
        }
        return builder.build();
    }

    private static ValueChange objectChange(ValueChange change, DocumentPart before, DocumentPart after) {
        return before.isObject()
                ? ImmutableFields.verdict(before, after, change)
                        .map(change::withVerdict)
                        .orElse(change)
                : change;
    }

    /** The same with {@code verdict}, unless a rule has judged it already. */
    private static ValueChange judged(ValueChange change, Verdict verdict) {
        return change.verdict().equals(Verdict.VALUE_CHANGED) ? change.withVerdict(verdict) : change;
    }
}

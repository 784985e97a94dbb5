package io.stackprofile.core.internal.diff;

import io.stackprofile.core.internal.tree.MemberTree;
import io.stackprofile.diff.Change;
import io.stackprofile.diff.MemberDiff;
import io.stackprofile.diff.ValueChange;
import io.stackprofile.diff.Verdict;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Compares one member of two versions. Texts that are the same are not parsed. */
final class MemberComparison {

    private static final String NOTHING = "/dev/null";

    private final String fromLabel;
    private final String toLabel;
    private final DocumentComparison documents;
    private final Function<MemberRef, MemberRef> renamed;

    /**
     * Compares members.
     *
     * @param fromLabel how the older version is called
     * @param toLabel how the newer version is called
     * @param renamed what a member of the older version is called in the newer one
     */
    MemberComparison(
            String fromLabel, String toLabel, DocumentComparison documents, Function<MemberRef, MemberRef> renamed) {
        this.fromLabel = fromLabel;
        this.toLabel = toLabel;
        this.documents = documents;
        this.renamed = renamed;
    }

    /** What differs, if anything does; the order of parents is no difference, nor is a parent's new name. */
    Optional<MemberDiff> changed(Member before, Member after) {
        List<ValueChange> fields = fields(before, after);
        List<MemberRef> parents = before.parents().stream().map(renamed).toList();
        List<MemberRef> added = without(after.parents(), parents);
        List<MemberRef> removed = without(parents, after.parents());
        boolean sameText = before.text().equals(after.text());
        if (fields.isEmpty()
                && added.isEmpty()
                && removed.isEmpty()
                && sameText
                && before.ref().equals(after.ref())) {
            return Optional.empty();
        }
        MemberDiff.Builder diff = MemberDiff.builder();
        diff.ref(after.ref())
                .change(Change.CHANGED)
                .addAllFields(fields)
                .addAllAddedParents(added)
                .addAllRemovedParents(removed)
                .addAllVerdicts(MemberVerdicts.edges(added, removed));
        names(diff, before, after);
        if (!sameText) {
            text(diff, before, after);
        }
        return Optional.of(diff.build());
    }

    private static void names(MemberDiff.Builder diff, Member before, Member after) {
        if (!before.ref().equals(after.ref())) {
            diff.renamedFrom(before.ref()).addVerdict(MemberVerdicts.renamed(after.ref()));
        }
        if (before instanceof Addon old
                && after instanceof Addon now
                && !old.chartVersion().equals(now.chartVersion())) {
            diff.chartBump(ChartStep.bump(old.chartVersion(), now.chartVersion()));
        }
    }

    private void text(MemberDiff.Builder diff, Member before, Member after) {
        Optional<List<ValueChange>> values = documents.changes(before, after);
        unified(diff, label(before.ref(), fromLabel), label(after.ref(), toLabel), text(before), text(after));
        diff.addAllValues(values.orElse(List.of()));
        if (values.isEmpty()) {
            diff.addVerdict(MemberVerdicts.UNREADABLE);
        } else if (values.get().isEmpty() && !text(before).equals(text(after))) {
            diff.addVerdict(MemberVerdicts.TEXT_ONLY);
        }
    }

    /** A member that only the newer version has; its text stands in the unified diff. */
    MemberDiff added(Member member) {
        MemberDiff.Builder diff = MemberDiff.builder();
        diff.ref(member.ref())
                .change(Change.ADDED)
                .addAllFields(FieldComparison.changes(Map.of(), fields(member), field -> MemberVerdicts.ADDED))
                .addAllAddedParents(member.parents())
                .addVerdict(MemberVerdicts.ADDED);
        unified(diff, NOTHING, label(member.ref(), toLabel), "", text(member));
        return diff.build();
    }

    /** A member that only the older version has; its text stands in the unified diff. */
    MemberDiff removed(Member member, boolean allMoved) {
        Verdict verdict = allMoved ? MemberVerdicts.MOVED_OUT : MemberVerdicts.REMOVED;
        MemberDiff.Builder diff = MemberDiff.builder();
        diff.ref(member.ref())
                .change(Change.REMOVED)
                .addAllFields(FieldComparison.changes(fields(member), Map.of(), field -> verdict))
                .addAllRemovedParents(member.parents())
                .addVerdict(verdict);
        unified(diff, label(member.ref(), fromLabel), NOTHING, text(member), "");
        return diff.build();
    }

    private static void unified(
            MemberDiff.Builder diff, String oldLabel, String newLabel, String before, String after) {
        UnifiedText.written(oldLabel, newLabel, before, after)
                .ifPresent(written -> diff.unified(written.text()).textReplaced(written.replaced()));
    }

    private static List<ValueChange> fields(Member before, Member after) {
        List<ValueChange> fields = new ArrayList<>(FieldComparison.changes(
                fields(before), fields(after), change -> MemberVerdicts.field(before, after, change)));
        presence(before, after).ifPresent(fields::add);
        return fields;
    }

    /** A member's own fields; its edges and text are compared apart. */
    private static Map<String, Object> fields(Member member) {
        Map<String, Object> fields = MemberTree.of(member, Function.identity());
        fields.keySet().removeAll(List.of("kind", "name", "parents", "values", "content"));
        return fields;
    }

    /** Whether an add-on has values at all: none means the chart's defaults and is not the same as an empty text. */
    private static Optional<ValueChange> presence(Member before, Member after) {
        if (before.text().isPresent() == after.text().isPresent()) {
            return Optional.empty();
        }
        Change change = after.text().isPresent() ? Change.ADDED : Change.REMOVED;
        ValueChange.Builder presence = ValueChange.builder();
        return Optional.of(presence.change(change)
                .path("values")
                .verdict(MemberVerdicts.VALUES)
                .build());
    }

    private static String text(Member member) {
        return member.text().orElse("");
    }

    private static List<MemberRef> without(List<MemberRef> refs, List<MemberRef> others) {
        List<MemberRef> rest = new ArrayList<>(refs);
        rest.removeAll(others);
        return rest.stream().distinct().toList();
    }

    private static String label(MemberRef ref, String version) {
        return ref + " (" + version + ")";
    }
}

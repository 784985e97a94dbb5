package io.stackprofile.core.internal.diff;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.tree.MemberTree;
import io.stackprofile.diff.Change;
import io.stackprofile.diff.MemberDiff;
import io.stackprofile.diff.ValueChange;
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

    private final int fromVersion;
    private final int toVersion;
    private final Limits limits;

    MemberComparison(int fromVersion, int toVersion, Limits limits) {
        this.fromVersion = fromVersion;
        this.toVersion = toVersion;
        this.limits = limits;
    }

    /** What differs, if anything does; the order of parents is no difference. */
    Optional<MemberDiff> changed(Member before, Member after) {
        List<ValueChange> fields = new ArrayList<>(FieldComparison.changes(fields(before), fields(after)));
        presence(before, after).ifPresent(fields::add);
        List<MemberRef> added = without(after.parents(), before.parents());
        List<MemberRef> removed = without(before.parents(), after.parents());
        if (fields.isEmpty()
                && added.isEmpty()
                && removed.isEmpty()
                && before.text().equals(after.text())) {
            return Optional.empty();
        }
        MemberRef ref = after.ref();
        return Optional.of(MemberDiff.builder()
                .ref(ref)
                .change(Change.CHANGED)
                .addAllFields(fields)
                .addAllAddedParents(added)
                .addAllRemovedParents(removed)
                .addAllValues(values(before, after))
                .unified(UnifiedText.diff(label(ref, fromVersion), label(ref, toVersion), text(before), text(after)))
                .build());
    }

    /** A member that only the newer version has; its text stands in the unified diff. */
    MemberDiff added(Member member) {
        return MemberDiff.builder()
                .ref(member.ref())
                .change(Change.ADDED)
                .addAllFields(FieldComparison.changes(Map.of(), fields(member)))
                .addAllAddedParents(member.parents())
                .unified(UnifiedText.diff(NOTHING, label(member.ref(), toVersion), "", text(member)))
                .build();
    }

    /** A member that only the older version has; its text stands in the unified diff. */
    MemberDiff removed(Member member) {
        return MemberDiff.builder()
                .ref(member.ref())
                .change(Change.REMOVED)
                .addAllFields(FieldComparison.changes(fields(member), Map.of()))
                .addAllRemovedParents(member.parents())
                .unified(UnifiedText.diff(label(member.ref(), fromVersion), NOTHING, text(member), ""))
                .build();
    }

    private List<ValueChange> values(Member before, Member after) {
        if (before.text().equals(after.text())) {
            return List.of();
        }
        return DocumentComparison.changes(after.ref(), text(before), text(after), limits);
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
        return Optional.of(ValueChange.builder().change(change).path("values").build());
    }

    private static String text(Member member) {
        return member.text().orElse("");
    }

    private static List<MemberRef> without(List<MemberRef> refs, List<MemberRef> others) {
        List<MemberRef> rest = new ArrayList<>(refs);
        rest.removeAll(others);
        return rest.stream().distinct().toList();
    }

    private static String label(MemberRef ref, int version) {
        return ref + " (version " + version + ")";
    }
}

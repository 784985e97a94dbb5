package io.stackprofile.core.internal.diff;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.graph.DocumentKey;
import io.stackprofile.diff.MemberDiff;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares the members of two versions: matches them, finds what moved between them, then compares each pair. */
final class SpecComparison {

    private final MemberDocuments documents;
    private final ComparedSide from;
    private final ComparedSide to;
    private final Map<MemberRef, Member> before;
    private final Map<MemberRef, Member> after;

    /** What each member of the newer version was, by its newer name. */
    private final Map<MemberRef, Member> matches = new LinkedHashMap<>();

    /** Members that are the same in both versions: nothing is asked of them again, since each look reads their texts. */
    private final Set<MemberRef> same = new HashSet<>();

    /** Members that only the older version has. */
    private final Map<MemberRef, Member> gone = new LinkedHashMap<>();

    SpecComparison(ComparedSide from, ComparedSide to, Limits limits) {
        this.documents = new MemberDocuments(limits);
        this.from = from;
        this.to = to;
        this.before = from.members();
        this.after = to.members();
        match();
    }

    private void match() {
        List<Member> come = new ArrayList<>();
        gone.putAll(before);
        after.forEach((ref, member) -> Optional.ofNullable(gone.remove(ref))
                .ifPresentOrElse(match -> matches.put(ref, match), () -> come.add(member)));
        matches.forEach((ref, match) -> {
            if (match.equals(after.get(ref))) {
                same.add(ref);
            }
        });
        new RenameSearch(documents).find(List.copyOf(gone.values()), come).forEach((ref, match) -> {
            matches.put(ref, match);
            gone.remove(match.ref());
        });
    }

    /** What differs, in the newer version's order, what was removed after that. */
    List<MemberDiff> members() {
        Map<MemberRef, MemberRef> names = new HashMap<>();
        matches.forEach((ref, match) -> names.put(match.ref(), ref));
        MovedObjects moves = moves();
        MemberComparison comparison = new MemberComparison(
                from.label(),
                to.label(),
                new DocumentComparison(documents, moves),
                ref -> names.getOrDefault(ref, ref));
        List<MemberDiff> diffs = new ArrayList<>();
        after.forEach((ref, member) -> {
            if (!same.contains(ref)) {
                Optional.ofNullable(matches.get(ref))
                        .map(match -> comparison.changed(match, member))
                        .orElseGet(() -> Optional.of(comparison.added(member)))
                        .ifPresent(diffs::add);
            }
        });
        gone.values()
                .forEach(member -> diffs.add(comparison.removed(
                        member,
                        documents
                                .of(member)
                                .map(Map::values)
                                .map(moves::allMoved)
                                .orElse(false))));
        return diffs;
    }

    private MovedObjects moves() {
        List<DocumentPart> left = new ArrayList<>();
        List<DocumentPart> came = new ArrayList<>();
        gone.values().forEach(member -> documents.of(member).ifPresent(parts -> left.addAll(parts.values())));
        after.forEach((ref, member) -> {
            Member match = matches.get(ref);
            if (match == null) {
                documents.of(member).ifPresent(parts -> came.addAll(parts.values()));
            } else if (!same.contains(ref) && !match.text().equals(member.text())) {
                documents
                        .of(match)
                        .ifPresent(old -> documents.of(member).ifPresent(now -> {
                            left.addAll(only(old, now));
                            came.addAll(only(now, old));
                        }));
            }
        });
        return MovedObjects.of(left, came);
    }

    private static List<DocumentPart> only(
            Map<DocumentKey, DocumentPart> parts, Map<DocumentKey, DocumentPart> others) {
        return parts.entrySet().stream()
                .filter(part -> !others.containsKey(part.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }
}

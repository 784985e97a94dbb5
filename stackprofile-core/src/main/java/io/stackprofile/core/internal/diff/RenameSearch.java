package io.stackprofile.core.internal.diff;

import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds members that were renamed: by the same text, then by what they hold (the same object, the same chart), then by
 * similar lines. Every step looks a member up in an index, so that the cost grows with the number of members that only
 * one side has, and not with its square.
 */
final class RenameSearch {

    private final MemberDocuments documents;

    RenameSearch(MemberDocuments documents) {
        this.documents = documents;
    }

    /** A pair that may be one member under two names. */
    private record Candidate(Member before, Member after, double score) {

        /** The same whichever side is the older one. */
        String names() {
            String one = before.ref().toString();
            String other = after.ref().toString();
            return one.compareTo(other) < 0 ? one + '\n' + other : other + '\n' + one;
        }
    }

    /** The older member for each newer one that was renamed, by its newer name. */
    Map<MemberRef, Member> find(List<Member> gone, List<Member> come) {
        Map<MemberRef, Member> found = new LinkedHashMap<>();
        Set<MemberRef> taken = new HashSet<>();
        List<Member> old = new ArrayList<>(gone);
        List<Member> now = new ArrayList<>(come);
        for (Step step : List.<Step>of(RenameSearch::sameText, this::sameContent, RenameSearch::similar)) {
            if (old.isEmpty() || now.isEmpty()) {
                break;
            }
            step.candidates(old, now)
                    .sorted(Comparator.comparingDouble(Candidate::score)
                            .reversed()
                            .thenComparing(Candidate::names))
                    .forEach(pair -> {
                        if (!found.containsKey(pair.after().ref())
                                && taken.add(pair.before().ref())) {
                            found.put(pair.after().ref(), pair.before());
                        }
                    });
            old.removeIf(member -> taken.contains(member.ref()));
            now.removeIf(member -> found.containsKey(member.ref()));
        }
        return found;
    }

    private interface Step {
        Stream<Candidate> candidates(List<Member> gone, List<Member> come);
    }

    /** Members of one kind and, if add-ons, one chart, with the same text; twins in the order of their names. */
    private static Stream<Candidate> sameText(List<Member> gone, List<Member> come) {
        Map<String, List<Member>> index = new HashMap<>();
        gone.stream()
                .filter(member -> member.text().filter(text -> !text.isBlank()).isPresent())
                .sorted(Comparator.comparing(Member::ref))
                .forEach(member -> index.computeIfAbsent(
                                sort(member) + member.text().orElse(""), text -> new ArrayList<>())
                        .add(member));
        Map<String, Integer> twins = new HashMap<>();
        List<Candidate> candidates = new ArrayList<>();
        come.stream().sorted(Comparator.comparing(Member::ref)).forEach(member -> {
            String key = sort(member) + member.text().orElse("");
            List<Member> same = index.getOrDefault(key, List.of());
            int twin = twins.merge(key, 1, Integer::sum) - 1;
            if (twin < same.size()) {
                candidates.add(new Candidate(same.get(twin), member, 1));
            }
        });
        return candidates.stream();
    }

    /** Members that share an object that no third member has, or a chart. */
    private Stream<Candidate> sameContent(List<Member> gone, List<Member> come) {
        Map<Object, Member> old = holders(gone);
        Set<Object> now = holders(come).keySet();
        List<Candidate> candidates = new ArrayList<>();
        for (Member member : come) {
            Map<MemberRef, List<Member>> shared = new LinkedHashMap<>();
            contents(member).stream()
                    .filter(now::contains)
                    .flatMap(content -> Optional.ofNullable(old.get(content)).stream())
                    .forEach(match -> shared.computeIfAbsent(match.ref(), ref -> new ArrayList<>())
                            .add(match));
            shared.values().forEach(matches -> candidates.add(candidate(matches.get(0), member, matches.size())));
        }
        return candidates.stream();
    }

    private Candidate candidate(Member before, Member after, int shared) {
        int all = Math.max(contents(before).size(), contents(after).size());
        return new Candidate(before, after, (double) shared / all);
    }

    /** Who holds each content; what several hold tells nothing. */
    private Map<Object, Member> holders(List<Member> members) {
        Map<Object, Member> holders = new LinkedHashMap<>();
        Set<Object> several = new HashSet<>();
        for (Member member : members) {
            for (Object content : contents(member)) {
                if (holders.put(content, member) != null) {
                    several.add(content);
                }
            }
        }
        several.forEach(holders::remove);
        return holders;
    }

    /** What tells a member: its chart, or the objects it has. */
    private Set<Object> contents(Member member) {
        Set<Object> contents = new LinkedHashSet<>();
        if (member instanceof Addon) {
            contents.add(sort(member));
        } else {
            documents
                    .of(member)
                    .ifPresent(parts ->
                            parts.values().forEach(part -> part.object().ifPresent(contents::add)));
        }
        return contents;
    }

    private static Stream<Candidate> similar(List<Member> gone, List<Member> come) {
        SimilarTexts texts = new SimilarTexts();
        gone.forEach(member -> texts.add(member, sort(member)));
        return come.stream()
                .flatMap(member -> texts.like(member, sort(member)).entrySet().stream()
                        .map(match -> new Candidate(match.getKey(), member, match.getValue())));
    }

    /** Only members of one sort are the same: manifests, or add-ons of one chart. */
    private static String sort(Member member) {
        return member instanceof Addon addon ? "addon\n" + addon.chartName() + '\n' : "manifest\n";
    }
}

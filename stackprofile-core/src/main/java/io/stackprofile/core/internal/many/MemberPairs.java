package io.stackprofile.core.internal.many;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.source.MemberText;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberKind;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which members of two stacks are the same: by kind and name, else manifests by the objects they hold, whatever their
 * namespace, where only one member on either side holds them.
 *
 * @param pairs the other stack's member, by the leading stack's
 * @param added members of the other stack without a twin
 */
record MemberPairs(Map<MemberRef, Member> pairs, List<Member> added) {

    static MemberPairs of(StackSpec lead, StackSpec other, Limits limits) {
        Map<MemberRef, Member> pairs = new LinkedHashMap<>();
        List<Member> open = new ArrayList<>();
        List<Member> rest = new ArrayList<>(other.members());
        for (Member member : lead.members()) {
            Optional<Member> twin = other.find(member.ref());
            twin.ifPresent(found -> {
                pairs.put(member.ref(), found);
                rest.remove(found);
            });
            if (twin.isEmpty()) {
                open.add(member);
            }
        }
        Map<String, Member> mine = byObjects(open, limits);
        byObjects(rest, limits).forEach((identity, found) -> {
            Member member = mine.get(identity);
            if (member != null) {
                pairs.put(member.ref(), found);
                rest.remove(found);
            }
        });
        return new MemberPairs(pairs, List.copyOf(rest));
    }

    private static Map<String, Member> byObjects(List<Member> members, Limits limits) {
        Map<String, Member> unique = new HashMap<>();
        Set<String> twice = new HashSet<>();
        for (Member member : members) {
            String identity = member.ref().kind() == MemberKind.MANIFEST ? objects(member, limits) : "";
            if (!identity.isEmpty() && unique.put(identity, member) != null) {
                twice.add(identity);
            }
        }
        unique.keySet().removeAll(twice);
        return unique;
    }

    /** Empty where one of its documents is no object. */
    private static String objects(Member member, Limits limits) {
        List<String> identities =
                MemberText.parse(member.ref(), Optional.empty(), member.text().orElse(""), limits).documents().stream()
                        .filter(document -> document.root().isPresent())
                        .map(DocumentPairs::identity)
                        .sorted()
                        .toList();
        return identities.contains("") ? "" : String.join("\n", identities);
    }
}

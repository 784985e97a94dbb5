package io.stackprofile.core.internal.graph;

import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.yaml.YamlMapping;
import io.stackprofile.yaml.YamlNode;
import io.stackprofile.yaml.YamlScalar;
import io.stackprofile.yaml.YamlSequence;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which members a webhook could hold up, by the API groups of its rules: from the moment it is there, the API server asks it
 * about every such object. An add-on may hold objects of any group.
 */
final class BlockingWebhooks {

    private static final String EVERY = "*";

    private final Map<MemberRef, Set<String>> groupsOfMembers = new LinkedHashMap<>();
    private final Map<MemberRef, Set<String>> groupsOfWebhooks = new LinkedHashMap<>();

    BlockingWebhooks(StackSpec spec, StackObjects objects) {
        spec.members().forEach(member -> groupsOfMembers.put(member.ref(), new HashSet<>()));
        spec.addons().stream()
                .map(Member::ref)
                .forEach(addon -> groups(groupsOfMembers, addon).add(EVERY));
        for (StackObject object : objects.all()) {
            groups(groupsOfMembers, object.member()).add(object.key().group());
            if (object.key().kind().endsWith("WebhookConfiguration")) {
                groups(groupsOfWebhooks, object.member()).addAll(called(object.mapping()));
            }
        }
    }

    /** The members that must be there before each webhook, without those that another of them needs anyway. */
    Map<MemberRef, Set<MemberRef>> parents(Map<MemberRef, Set<MemberRef>> known) {
        Map<MemberRef, Set<MemberRef>> parents = new LinkedHashMap<>();
        groupsOfWebhooks.forEach((webhook, groups) -> {
            Set<MemberRef> blocked = new LinkedHashSet<>();
            groupsOfMembers.forEach((member, own) -> {
                if (!groupsOfWebhooks.containsKey(member) && meet(groups, own)) {
                    blocked.add(member);
                }
            });
            Set<MemberRef> needed = new HashSet<>();
            blocked.forEach(member -> needed.addAll(known.getOrDefault(member, Set.of())));
            blocked.removeAll(needed);
            parents.put(webhook, blocked);
        });
        return parents;
    }

    private static boolean meet(Set<String> called, Set<String> own) {
        return !called.isEmpty()
                && !own.isEmpty()
                && (called.contains(EVERY)
                        || own.contains(EVERY)
                        || called.stream().anyMatch(own::contains));
    }

    private static Set<String> groups(Map<MemberRef, Set<String>> of, MemberRef member) {
        return of.computeIfAbsent(member, any -> new HashSet<>());
    }

    private static Set<String> called(YamlMapping configuration) {
        Set<String> groups = new HashSet<>();
        for (YamlNode webhook : items(configuration, "webhooks")) {
            for (YamlNode rule : items(webhook, "rules")) {
                for (YamlNode group : items(rule, "apiGroups")) {
                    if (group.resolve() instanceof YamlScalar scalar) {
                        groups.add(scalar.text());
                    }
                }
            }
        }
        return groups;
    }

    private static List<YamlNode> items(YamlNode parent, String key) {
        Optional<YamlNode> list = parent.resolve() instanceof YamlMapping mapping ? mapping.get(key) : Optional.empty();
        return list.map(YamlNode::resolve)
                .filter(YamlSequence.class::isInstance)
                .map(found -> ((YamlSequence) found).items())
                .orElse(List.of());
    }
}

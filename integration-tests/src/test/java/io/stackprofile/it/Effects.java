package io.stackprofile.it;

import io.stackprofile.PageRequest;
import io.stackprofile.profile.ProfileChange;
import io.stackprofile.profile.ProfileQuery;
import io.stackprofile.profile.ProfileSummary;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What calls left behind, in words that are the same however often a call had to be made. */
final class Effects {

    private static final PageRequest ALL = PageRequest.first(PageRequest.MAX_SIZE);

    private Effects() {}

    /** Everything there is, read through the engine and, for counts and orphans, from the store. */
    static Map<String, Object> of(World world) {
        Map<String, Object> effects = new TreeMap<>();
        for (String organisation : List.of("acme", "globex")) {
            effects.put(organisation + "'s drafts", drafts(world, organisation));
            effects.put(organisation + "'s suggestions", suggestions(world, organisation));
        }
        for (ProfileSummary profile : world.acme()
                .profiles()
                .list(ProfileQuery.builder().build(), ALL)
                .items()) {
            effects.put("profile " + profile.name(), profile(world, profile));
            effects.put("instances of " + profile.name(), instances(world, profile));
        }
        effects.put("stack drafts", world.staging.draftCount());
        effects.put("stacks", world.staging.stacks());
        effects.put("orphans of acme", orphans(world, "acme"));
        effects.put("orphans of globex", orphans(world, "globex"));
        return effects;
    }

    private static List<String> drafts(World world, String organisation) {
        return world.as(organisation).drafts().list(ALL).items().stream()
                .map(draft -> draft.name() + " at " + draft.revision())
                .toList();
    }

    private static List<String> suggestions(World world, String organisation) {
        return world.as(organisation).suggestions().sent(ALL).items().stream()
                .map(sent -> sent.profile() + " is " + sent.status() + " as " + sent.version())
                .toList();
    }

    private static String profile(World world, ProfileSummary profile) {
        List<ProfileChange.Kind> history = world.acme().profiles().history(profile.id(), ALL).items().stream()
                .map(ProfileChange::kind)
                .toList();
        var read = world.acme().profiles().get(profile.id());
        return "version " + read.latestVersion() + ", revision " + read.revision() + ", described as "
                + read.description() + ", history " + history;
    }

    private static String instances(World world, ProfileSummary profile) {
        List<String> instances = world.acme().instantiations().list(profile.id(), ALL).items().stream()
                .map(instance -> instance.status() + " of version " + instance.version())
                .toList();
        int outdated = world.acme()
                .instantiations()
                .outdated(profile.id(), ALL)
                .items()
                .size();
        long counted = world.store.instantiations().outdatedCount("acme", profile.id(), 99);
        return instances + ", " + outdated + " outdated, "
                + world.store.instantiations().instanceCount(profile.id()) + " counted, " + counted + " deployed";
    }

    private static long orphans(World world, String organisation) {
        return world.store.contents().sweep(organisation, world.clock.instant().plus(Duration.ofDays(99)));
    }
}

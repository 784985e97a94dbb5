package io.stackprofile.samples.store;

import io.stackprofile.PageRequest;
import io.stackprofile.ProfileId;
import io.stackprofile.profile.Visibility;
import io.stackprofile.spi.store.ProfileFilter;
import io.stackprofile.spi.store.ProfileKey;
import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.testkit.TextDigest;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Everything that a store shows of what {@link Script} writes. */
final class Sight {

    private final StackProfileStore store;
    private final Map<String, Object> shown = new TreeMap<>();

    private Sight(StackProfileStore store) {
        this.store = store;
    }

    static Map<String, Object> of(StackProfileStore store) {
        Sight sight = new Sight(store);
        for (String organisation : List.of("acme", "globex")) {
            sight.look(organisation);
            for (int profile = 1; profile <= 4; profile++) {
                sight.look(organisation, SampleRecords.profileId(profile));
            }
        }
        ProfileFilter open =
                ProfileFilter.builder().visibility(Visibility.PUBLIC).build();
        sight.show("public", store.catalogue().page(open, PageRequest.first()).items());
        return sight.shown;
    }

    private void look(String organisation) {
        ProfileFilter own = ProfileFilter.builder().organisation(organisation).build();
        PageRequest all = PageRequest.first();
        show(organisation + " profiles", store.catalogue().page(own, all).items());
        show(organisation + " count", store.catalogue().count(own));
        show(organisation + " drafts", store.drafts().page(organisation, all).items());
        show(organisation + " sent", store.suggestions().sent(organisation, all).items());
        show(
                organisation + " contents",
                store.contents()
                        .getAll(
                                organisation,
                                Script.TEXTS.stream().map(TextDigest::of).toList()));
        for (String name : List.of("base", "grund ✓")) {
            show(organisation + " called " + name, store.profiles().find(organisation, ProfileKey.of(name)));
        }
    }

    private void look(String organisation, ProfileId profile) {
        String of = organisation + " " + profile + " ";
        PageRequest all = PageRequest.first();
        show(of + "found", store.profiles().find(organisation, ProfileKey.of(profile)));
        show(of + "owner", store.catalogue().owner(profile));
        show(of + "headers", store.profiles().versions(organisation, profile));
        for (int number = 1; number <= 2; number++) {
            show(of + "version " + number, store.profiles().version(organisation, profile, number));
        }
        show(of + "history", store.history().page(organisation, profile, all).items());
        show(
                of + "received",
                store.suggestions().received(organisation, profile, all).items());
        show(
                of + "instances",
                store.instantiations()
                        .page(organisation, profile, OptionalInt.empty(), all)
                        .items());
        show(
                of + "outdated",
                store.instantiations()
                        .page(organisation, profile, OptionalInt.of(2), all)
                        .items());
        show(of + "outdated count", store.instantiations().outdatedCount(organisation, profile, 2));
        show(of + "count", store.instantiations().instanceCount(profile));
    }

    private void show(String what, Object seen) {
        shown.put(what, seen);
    }
}

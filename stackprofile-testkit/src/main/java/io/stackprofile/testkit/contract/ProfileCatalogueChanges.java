package io.stackprofile.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackprofile.PageRequest;
import io.stackprofile.ProfileId;
import io.stackprofile.profile.Deprecation;
import io.stackprofile.profile.Visibility;
import io.stackprofile.spi.store.ProfileFilter;
import io.stackprofile.spi.store.ProfileRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The part of {@link ProfileCatalogueContract} about what listings go by: it moves with every change, on every page. */
public abstract class ProfileCatalogueChanges extends ProfileCatalogueScopes {

    /** For {@link ProfileCatalogueContract}. */
    ProfileCatalogueChanges() {}

    private static ProfileFilter sharedWith(String reader) {
        return ProfileFilter.builder().sharedWith(reader).build();
    }

    private void assertListed(ProfileRecord profile, List<ProfileFilter> found, List<ProfileFilter> not) {
        String check = "PC-5: what a listing goes by, tags, readers, visibility and all, is replaced in the transaction"
                + " of the profile";
        found.forEach(filter -> assertLists(filter, Set.of(profile), check));
        not.forEach(filter -> assertLists(filter, Set.of(), check));
    }

    @Test
    @Clause("PC-5")
    public void required_PC5_listingsFollowTagsReadersAndVisibility() {
        ProfileFilter a = own().tag("a").build();
        ProfileFilter b = own().tag("b").build();
        ProfileFilter c = own().tag("c").build();
        ProfileFilter closed = own().visibility(Visibility.ORGANISATION).build();
        ProfileFilter open = own().visibility(Visibility.PUBLIC).build();
        Traits traits = Traits.of(ACME, "platform");
        ProfileRecord one = create(traits.tags("a", "b").sharedWith(GLOBEX));
        assertListed(one, List.of(a, b, closed, sharedWith(GLOBEX)), List.of(c, open, sharedWith("hooli")));
        ProfileRecord two =
                change(one, traits.tags("b", "c").sharedWith("hooli", GLOBEX).visibility(Visibility.PUBLIC));
        assertListed(two, List.of(b, c, open, sharedWith(GLOBEX), sharedWith("hooli")), List.of(a, closed));
        ProfileRecord three = change(two, traits.tags("a"));
        assertListed(three, List.of(a, closed), List.of(b, c, open, sharedWith(GLOBEX), sharedWith("hooli")));
        delete(three);
        assertListed(three, List.of(), List.of(OWN, a, b, c, closed, open, sharedWith("hooli")));
    }

    private ProfileRecord change(ProfileRecord before, Traits traits) {
        return store().profiles().update(before.revision(), records.changed(before, traits));
    }

    @Test
    @Clause("PC-5")
    public void required_PC5_aListingSeesADeprecation() {
        ProfileRecord one = create(Traits.of(ACME, "platform").tags("a"));
        Deprecation why = Deprecation.builder()
                .reason(Deprecation.Reason.DEFECT)
                .at(Records.LATER)
                .by("bob")
                .build();
        ProfileRecord two = store().profiles().deprecate(1, records.changed(one, Traits.of(one)), 1, Optional.of(why));
        assertListed(two, List.of(OWN, own().tag("a").build()), List.of());
    }

    @Test
    @Clause("PC-1")
    public void required_PC1_everyPageKeepsTheFilter() {
        List<ProfileId> matching = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Traits plain = Traits.of(ACME, "other-" + i);
            create(plain);
            Traits all = Traits.of(ACME, "base-" + i).category("infra").tags("t", "u");
            matching.add(create(all.visibility(Visibility.PUBLIC).sharedWith("hooli", GLOBEX))
                    .id());
            create(plain.organisation(GLOBEX));
        }
        Collections.reverse(matching);
        for (ProfileFilter filter : List.of(
                own().tag("t").build(),
                own().category("infra").build(),
                own().visibility(Visibility.PUBLIC).build(),
                own().sharedWith("hooli").build(),
                sharedWith("hooli"),
                own().namePrefix("base").build(),
                ProfileFilter.builder().visibility(Visibility.PUBLIC).build())) {
            for (int size : List.of(1, 3, 4)) {
                List<ProfileId> walked = listing("PC-1", filter).walk(PageRequest.first(size)).stream()
                        .map(ProfileId::new)
                        .toList();
                assertEquals(
                        matching,
                        walked,
                        "PC-1: every page, not the first alone, has the filter's conditions and each profile once"
                                + " (filter " + filter + ", page size " + size + ")");
            }
        }
    }
}

package io.stackprofile.testkit.contract;

import io.stackprofile.profile.Visibility;
import io.stackprofile.spi.store.ProfileFilter;
import io.stackprofile.spi.store.ProfileRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The part of {@link ProfileCatalogueContract} about profiles of other organisations: public and shared ones. */
public abstract class ProfileCatalogueScopes extends ProfileCatalogueSteps {

    /** For {@link ProfileCatalogueContract}. */
    ProfileCatalogueScopes() {}

    @Test
    @Clause("PC-1")
    public void required_PC1_aListingOverEveryOrganisationHasPublicProfilesOnly() {
        create(Traits.of(ACME, "mine"));
        create(Traits.of(GLOBEX, "theirs"));
        ProfileRecord mine = create(Traits.of(ACME, "open").visibility(Visibility.PUBLIC));
        ProfileRecord theirs = create(Traits.of(GLOBEX, "open").visibility(Visibility.PUBLIC));
        String check = "PC-1: without an organisation the listing has every organisation's public profiles, no other";
        ProfileFilter everywhere =
                ProfileFilter.builder().visibility(Visibility.PUBLIC).build();
        assertLists(everywhere, List.of(mine, theirs), check);
        assertLists(own().visibility(Visibility.PUBLIC).build(), List.of(mine), check);
    }

    @Test
    @Clause("PC-1")
    public void required_PC1_sharedProfilesAreListedForWhomTheyAreSharedWith() {
        create(Traits.of(ACME, "mine"));
        ProfileRecord named = create(Traits.of(ACME, "named").tags("t").sharedWith("hooli", GLOBEX));
        ProfileRecord theirs = create(Traits.of(GLOBEX, "theirs").sharedWith(GLOBEX + "-labs"));
        String check = "PC-1: a profile is listed for each organisation it is shared with, by its exact name, from the"
                + " write that shares it to the one that no longer does";
        assertLists(shared(GLOBEX).build(), List.of(named), check);
        assertLists(shared("hooli").namePrefix("na").tag("t").build(), List.of(named), check);
        assertLists(shared("hooli").tag("u").build(), List.of(), check);
        assertLists(shared(ACME).build(), List.of(), check);
        assertLists(shared(GLOBEX + "-labs").build(), List.of(theirs), check);
        ProfileRecord revoked = store().profiles()
                .update(1, records.changed(named, Traits.of(named).sharedWith("hooli")));
        assertLists(shared(GLOBEX).build(), List.of(), check);
        assertLists(shared("hooli").build(), List.of(revoked), check);
        delete(revoked);
        assertLists(shared("hooli").build(), List.of(), check);
    }

    private static ProfileFilter.Builder shared(String with) {
        ProfileFilter.Builder builder = ProfileFilter.builder();
        builder.sharedWith(with);
        return builder;
    }
}

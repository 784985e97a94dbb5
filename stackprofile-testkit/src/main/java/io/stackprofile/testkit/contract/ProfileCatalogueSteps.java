package io.stackprofile.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackprofile.PageRequest;
import io.stackprofile.ProfileId;
import io.stackprofile.spi.store.ProfileCatalogue;
import io.stackprofile.spi.store.ProfileFilter;
import io.stackprofile.spi.store.ProfileKey;
import io.stackprofile.spi.store.ProfileRecord;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/** The steps that tests of a {@link ProfileCatalogue} take. */
abstract class ProfileCatalogueSteps extends StoreContract {

    static final ProfileFilter OWN = ProfileFilter.builder().organisation(ACME).build();

    final ProfileCatalogue catalogue() {
        return store().catalogue();
    }

    final ProfileRecord create(Traits traits) {
        return create(records.nextId(), traits);
    }

    final ProfileRecord create(UUID id, Traits traits) {
        return store().profiles().create("create-" + id, records.profile(id, traits), records.version(1));
    }

    final void delete(ProfileRecord profile) {
        store().profiles().delete(profile.revision(), records.changed(profile, Traits.of(profile)));
    }

    final Listing<ProfileRecord> listing(String clause, ProfileFilter filter) {
        return new Listing<>(
                clause,
                records,
                id -> create(id, Traits.of(ACME, "platform-" + id)),
                id -> delete(store().profiles()
                        .find(ACME, ProfileKey.of(new ProfileId(id)))
                        .orElseThrow()),
                request -> catalogue().page(filter, request),
                profile -> profile.id().value());
    }

    final void assertLists(ProfileFilter filter, Collection<ProfileRecord> expected, String check) {
        List<ProfileRecord> listed =
                catalogue().page(filter, PageRequest.first(100)).items();
        assertEquals(new HashSet<>(expected), new HashSet<>(listed), check + " (filter " + filter + ")");
        assertEquals(expected.size(), listed.size(), check + " (filter " + filter + ")");
        assertEquals(
                expected.size(),
                catalogue().count(filter),
                "PC-4: count uses the same conditions as page (filter " + filter + ")");
    }

    static ProfileFilter prefix(String prefix) {
        return ProfileFilter.builder().organisation(ACME).namePrefix(prefix).build();
    }

    static ProfileFilter.Builder own() {
        ProfileFilter.Builder builder = ProfileFilter.builder();
        builder.organisation(ACME);
        return builder;
    }
}

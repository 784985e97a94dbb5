package io.stackprofile.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackprofile.spi.store.ProfileKey;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.spi.store.ProfileStore;
import io.stackprofile.spi.store.VersionHeader;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The steps that tests of a {@link ProfileStore} take. */
abstract class ProfileSteps extends StoreContract {

    final ProfileStore profiles() {
        return store().profiles();
    }

    final ProfileRecord create(Traits traits) {
        ProfileRecord profile = records.profile(traits);
        return profiles().create("create-" + profile.id(), profile, records.version(1));
    }

    final ProfileRecord create(String organisation, String name) {
        return create(Traits.of(organisation, name));
    }

    final ProfileRecord append(ProfileRecord before) {
        ProfileRecord after = records.appended(before);
        return profiles()
                .append(
                        "append-" + after.id() + after.revision(),
                        before.revision(),
                        after,
                        records.version(after.latestVersion()));
    }

    final void delete(ProfileRecord before) {
        profiles().delete(before.revision(), records.changed(before, Traits.of(before)));
    }

    final void assertUntouched(ProfileRecord expected, String check) {
        String organisation = expected.organisation();
        assertEquals(Optional.of(expected), profiles().find(organisation, ProfileKey.of(expected.id())), check);
        assertEquals(Optional.of(expected), profiles().find(organisation, ProfileKey.of(expected.name())), check);
        List<VersionHeader> headers = IntStream.iterate(expected.latestVersion(), number -> number - 1)
                .limit(expected.latestVersion())
                .mapToObj(number -> records.version(number).header())
                .toList();
        assertEquals(headers, profiles().versions(organisation, expected.id()), check);
    }
}

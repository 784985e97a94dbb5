package io.stackprofile.store.jdbc;

import static io.stackprofile.store.jdbc.Records.profile;
import static io.stackprofile.store.jdbc.Records.profileId;
import static io.stackprofile.store.jdbc.Records.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stackprofile.error.StackProfileException;
import io.stackprofile.profile.Visibility;
import io.stackprofile.spi.store.ProfileKey;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.spi.store.StoredItem;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A copy taken up over a store that has an earlier state of it, or another's profiles. */
class RestoreTest {

    @TempDir
    private Path folder;

    private JdbcStore open(String database) {
        return database.equals("SQLite")
                ? JdbcStore.sqlite(folder.resolve("profiles.db"))
                : JdbcStore.postgresql(PostgresPools.emptied());
    }

    private static void restore(JdbcStore store, ProfileRecord... profiles) {
        store.archive()
                .orElseThrow()
                .restore(Stream.of(profiles)
                        .<StoredItem>map(StoredItem.Profile::new)
                        .toList());
    }

    private static ProfileRecord named(int n, String name) {
        return profile(n, name).build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SQLite", "PostgreSQL"})
    void a_name_that_another_profile_gave_up_since_is_taken(String database) {
        try (JdbcStore store = open(database)) {
            restore(store, named(1, "platform"));
            restore(store, named(1, "platform-old"), named(2, "platform"));
            assertThat(store.profiles().find("acme", ProfileKey.of("platform-old")))
                    .contains(named(1, "platform-old"));
            assertThat(store.profiles().find("acme", ProfileKey.of("platform"))).contains(named(2, "platform"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SQLite", "PostgreSQL"})
    void names_that_went_from_one_profile_to_the_next_are_restored(String database) {
        try (JdbcStore store = open(database)) {
            restore(store, named(1, "a"), named(2, "b"), named(3, "c"));
            restore(store, named(1, "b"), named(2, "c"), named(3, "a"), named(4, "d"));
            assertThat(List.of("b", "c", "a", "d"))
                    .map(name -> store.profiles()
                            .find("acme", ProfileKey.of(name))
                            .orElseThrow()
                            .id())
                    .containsExactly(profileId(1), profileId(2), profileId(3), profileId(4));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SQLite", "PostgreSQL"})
    void a_profile_that_is_another_organisations_is_refused(String database) {
        try (JdbcStore store = open(database)) {
            store.profiles().create("key", named(1, "platform"), version(1, "{}"));
            ProfileRecord foreign = profile(1, "globex", "theirs", "carol")
                    .visibility(Visibility.PUBLIC)
                    .build();
            assertThat(catchThrowableOfType(StackProfileException.class, () -> restore(store, foreign)))
                    .isNotNull();
            assertThat(store.profiles().find("globex", ProfileKey.of(profileId(1))))
                    .isEmpty();
            assertThat(store.catalogue().owner(profileId(1))).contains("acme");
        }
    }
}

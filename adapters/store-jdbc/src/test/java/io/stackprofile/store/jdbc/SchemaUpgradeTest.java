package io.stackprofile.store.jdbc;

import static io.stackprofile.store.jdbc.Records.NOON;
import static io.stackprofile.store.jdbc.Records.last;
import static io.stackprofile.store.jdbc.Records.profile;
import static io.stackprofile.store.jdbc.Records.profileId;
import static io.stackprofile.store.jdbc.Records.version;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.PageRequest;
import io.stackprofile.profile.Deprecation;
import io.stackprofile.spi.store.HistoryRecord;
import io.stackprofile.spi.store.ProfileKey;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.spi.store.VersionRecord;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that an earlier version of the library wrote is read and written by this one. */
class SchemaUpgradeTest {

    private static final String FIRST = "V1__profiles_contents_drafts_instances.sql";

    @TempDir
    private Path folder;

    @Test
    void a_file_of_the_first_schema_keeps_what_it_holds_and_takes_what_is_new() throws Exception {
        writeFirstSchema();
        ProfileRecord kept = profile(1, "platform-baseline").build();
        try (JdbcStore store = JdbcStore.sqlite(file())) {
            assertThat(store.profiles().find("acme", ProfileKey.of(kept.id()))).contains(kept);
            assertThat(store.profiles().version("acme", kept.id(), 1)).contains(version(1, "{}"));
            assertThat(store.profiles().create("key", kept, version(1, "{}"))).isEqualTo(kept);
            assertThat(store.history()
                            .page("acme", kept.id(), PageRequest.first())
                            .items())
                    .isEmpty();
            Deprecation why = Deprecation.builder()
                    .reason(Deprecation.Reason.DEFECT)
                    .at(NOON)
                    .by("bob")
                    .build();
            ProfileRecord changed = last(kept);
            store.profiles().deprecate(1, changed, 1, Optional.of(why));
            assertThat(store.profiles().version("acme", kept.id(), 1))
                    .map(VersionRecord::header)
                    .get()
                    .extracting(header -> header.deprecation().orElseThrow())
                    .isEqualTo(why);
            assertThat(store.history()
                            .page("acme", kept.id(), PageRequest.first())
                            .items())
                    .containsExactly(HistoryRecord.of(changed));
        }
    }

    private Path file() {
        return folder.resolve("profiles.db");
    }

    private void writeFirstSchema() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement();
                InputStream script = Schema.class.getResourceAsStream("schema/sqlite/" + FIRST)) {
            String text = new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
            statement.executeUpdate(text);
            statement.executeUpdate("INSERT INTO schema_version (version, script) VALUES (1, '" + FIRST + "')");
            String profile = "'" + profileId(1) + "', 'acme', 'platform-baseline', NULL, NULL,"
                    + " '[\"monitoring\",\"base\"]', 'ORGANISATION', 1, 1, 1, " + at() + ", 'alice', " + at()
                    + ", 'alice'";
            statement.executeUpdate("INSERT INTO profile VALUES (" + profile + ")");
            statement.executeUpdate("INSERT INTO profile_request VALUES ('key', " + profile + ")");
            statement.executeUpdate("INSERT INTO profile_version VALUES ('" + profileId(1)
                    + "', 1, 'stable', 'Raise the replica count', x'"
                    + version(1, "{}").header().digest().text().substring("sha256:".length()) + "', " + at()
                    + ", 'alice', '{}')");
        }
    }

    private static long at() {
        return Micros.of(NOON);
    }
}

package io.stackprofile.store.jdbc;

import static io.stackprofile.store.jdbc.Records.digest;
import static io.stackprofile.store.jdbc.Records.profileId;
import static io.stackprofile.store.jdbc.Records.version;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.Digest;
import io.stackprofile.spi.store.ProfileKey;
import io.stackprofile.spi.store.ProfileRecord;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Versions of a file from before they shared what they have: they share it afterwards. */
class UpgradedVersionsTest {

    /** What each version has: "b" leaves and comes back, "c" leaves for good, "d" comes last. */
    private static final List<Set<String>> CONTENTS =
            List.of(Set.of("a", "b", "c"), Set.of("a", "c"), Set.of("a", "b"), Set.of("a", "b", "d"));

    @TempDir
    private Path folder;

    @BeforeEach
    void writeAFileOfSchema3() throws Exception {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            for (String script : Schema.SQLITE.scripts().subList(0, 3)) {
                statement.executeUpdate(Schema.SQLITE.read(script));
                statement.executeUpdate("INSERT INTO schema_version (version, script) SELECT coalesce(max(version), 0)"
                        + " + 1, '" + script + "' FROM schema_version");
            }
            for (int profile = 1; profile <= 2; profile++) {
                writeProfile(connection, profile);
            }
        }
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file());
    }

    private Path file() {
        return folder.resolve("profiles.db");
    }

    private static void writeProfile(Connection connection, int n) throws SQLException {
        String profile = profileId(n).toString();
        update(
                connection,
                "INSERT INTO profile (id, organisation, name, tags, visibility, revision, current_version,"
                        + " latest_version, created_at, created_by, updated_at, updated_by)"
                        + " VALUES (?, 'acme', ?, '[]', 'ORGANISATION', 4, 4, 4, 1, 'alice', 1, 'alice')",
                profile,
                "platform-" + n);
        for (int number = 1; number <= CONTENTS.size(); number++) {
            update(
                    connection,
                    "INSERT INTO profile_version (profile_id, number, channel, digest, created_at, created_by, document)"
                            + " VALUES (?, ?, 'stable', ?, 1, 'alice', '{}')",
                    profile,
                    number,
                    Digests.bytes(digest("{}")));
            for (String text : CONTENTS.get(number - 1)) {
                update(
                        connection,
                        "INSERT INTO content_ref VALUES ('acme', ?, ?, ?)",
                        "version:" + profile,
                        number,
                        Digests.bytes(digest(text)));
            }
        }
    }

    private static void update(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }

    private static Set<Digest> digests(Set<String> texts) {
        return Set.copyOf(texts.stream().map(Records::digest).toList());
    }

    private static Set<Digest> contents(JdbcStore store, int profile, int number) {
        return store.profiles()
                .version("acme", profileId(profile), number)
                .orElseThrow()
                .contents();
    }

    /** One row from where a text came to where it left: a row a version would be read again for every version. */
    @Test
    void a_text_that_stays_takes_one_row() throws Exception {
        JdbcStore.sqlite(file()).close();
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM version_content")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(2 * 5);
        }
    }

    @Test
    void each_version_has_what_it_had_and_the_next_one_goes_on() {
        try (JdbcStore store = JdbcStore.sqlite(file())) {
            ProfileRecord profile =
                    store.profiles().find("acme", ProfileKey.of(profileId(1))).orElseThrow();
            ProfileRecord next = Records.next(profile).build();
            store.profiles().append("key", 4, next, version(5, "{}", "b", "e"));
            for (int number = 1; number <= CONTENTS.size(); number++) {
                assertThat(contents(store, 1, number)).isEqualTo(digests(CONTENTS.get(number - 1)));
                assertThat(contents(store, 2, number)).isEqualTo(digests(CONTENTS.get(number - 1)));
            }
            assertThat(contents(store, 1, 5)).isEqualTo(digests(Set.of("b", "e")));
        }
    }
}

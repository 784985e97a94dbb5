package io.stackprofile.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.Digest;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.spi.store.VersionRecord;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What versions have in common is stored once, and each is read as it was written. */
class ManyVersionsTest {

    private static final int MEMBERS = 1187;

    @TempDir
    private Path folder;

    @Test
    void a_version_costs_what_it_changes_and_reads_as_it_was_written() throws Exception {
        List<VersionRecord> written = new ArrayList<>();
        try (JdbcStore store = JdbcStore.sqlite(file())) {
            ProfileRecord profile = Records.profile(1, "platform-baseline").build();
            written.add(version(1));
            store.profiles().create("key-1", profile, written.get(0));
            long one = bytes();
            for (int number = 2; number <= 50; number++) {
                ProfileRecord next = Records.next(profile).build();
                written.add(version(number));
                store.profiles().append("key-" + number, profile.revision(), next, written.get(number - 1));
                profile = next;
            }
            assertThat(number("SELECT count(*) FROM version_content")).isEqualTo(MEMBERS + 49L * 6 - 3);
            assertThat(bytes()).isLessThan(3 * one);
            for (VersionRecord version : written) {
                assertThat(store.profiles()
                                .version("acme", profile.id(), version.header().number()))
                        .contains(version);
            }
        }
    }

    @Test
    void nothing_of_a_deleted_profiles_versions_stays() throws Exception {
        try (JdbcStore store = JdbcStore.sqlite(file())) {
            ProfileRecord profile = Records.profile(1, "platform-baseline").build();
            store.profiles().create("key-1", profile, version(1));
            store.profiles().delete(1, Records.last(profile));
            for (String table : List.of("profile_version", "version_content", "version_piece")) {
                assertThat(number("SELECT count(*) FROM " + table)).isZero();
            }
        }
    }

    /** Three members differ from the version before, and from every other version. */
    private static VersionRecord version(int number) {
        List<Digest> digests = new ArrayList<>();
        for (int member = 0; member < MEMBERS; member++) {
            boolean changed = number > 1 && member % 400 == number % 400;
            digests.add(Records.digest("member " + member + (changed ? " of version " + number : "")));
        }
        String document = digests.stream()
                .map(digest -> "{\"kind\":\"manifest\",\"content\":\"" + digest + "\"}")
                .collect(Collectors.joining(",", "{\"version\":" + number + ",\"members\":[", "]}"));
        VersionRecord plain = Records.version(number, document);
        return VersionRecord.builder()
                .header(plain.header())
                .document(document)
                .addAllContents(new LinkedHashSet<>(digests))
                .build();
    }

    private Path file() {
        return folder.resolve("profiles.db");
    }

    private long bytes() throws SQLException {
        return number("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size");
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.getLong(1);
        }
    }
}

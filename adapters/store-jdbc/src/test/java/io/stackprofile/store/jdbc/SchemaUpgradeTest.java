package io.stackprofile.store.jdbc;

import static io.stackprofile.store.jdbc.Records.NOON;
import static io.stackprofile.store.jdbc.Records.VALUES;
import static io.stackprofile.store.jdbc.Records.digest;
import static io.stackprofile.store.jdbc.Records.draft;
import static io.stackprofile.store.jdbc.Records.instance;
import static io.stackprofile.store.jdbc.Records.last;
import static io.stackprofile.store.jdbc.Records.profile;
import static io.stackprofile.store.jdbc.Records.profileId;
import static io.stackprofile.store.jdbc.Records.version;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.Page;
import io.stackprofile.PageRequest;
import io.stackprofile.SuggestionId;
import io.stackprofile.draft.SuggestionStatus;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.profile.Deprecation;
import io.stackprofile.spi.store.HistoryRecord;
import io.stackprofile.spi.store.InstantiationRecord;
import io.stackprofile.spi.store.ProfileKey;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.spi.store.StoredItem;
import io.stackprofile.spi.store.SuggestionRecord;
import io.stackprofile.spi.store.VersionRecord;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A file that an earlier version of the library wrote is read and written by this one. */
class SchemaUpgradeTest {

    @TempDir
    private Path folder;

    /** Every version there has been but this library's own. */
    static IntStream earlier() {
        return IntStream.range(1, Schema.SQLITE.latest());
    }

    @ParameterizedTest
    @MethodSource("earlier")
    void a_file_of_an_earlier_schema_keeps_what_it_holds_and_takes_what_is_new(int schema) throws Exception {
        write(schema);
        ProfileRecord kept = profile(1, "platform-baseline").build();
        try (JdbcStore store = JdbcStore.sqlite(file())) {
            assertThat(store.profiles().find("acme", ProfileKey.of(kept.id()))).contains(kept);
            assertThat(store.profiles().version("acme", kept.id(), 1)).contains(version(1, "{}"));
            assertThat(store.profiles().create("key", kept, version(1, "{}"))).isEqualTo(kept);
            assertThat(store.contents().getAll("acme", List.of(digest(VALUES)))).containsEntry(digest(VALUES), VALUES);
            assertThat(store.contents().sweep("acme", NOON.plusSeconds(1))).isZero();
            assertThat(store.drafts().find("acme", draft(1, "").build().id()))
                    .contains(draft(1, "{}").addContents(digest(VALUES)).build());
            assertThat(store.instantiations().find("acme", deployed().id())).contains(deployed());
            assertThat(store.instantiations().outdatedCount("acme", kept.id(), 2))
                    .isEqualTo(1);
            SuggestionRecord suggestion = suggestion();
            store.suggestions().create(suggestion);
            assertThat(store.suggestions().find("globex", suggestion.id())).contains(suggestion);
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

    @ParameterizedTest
    @MethodSource("earlier")
    void a_file_of_an_earlier_schema_is_moved_to_postgresql(int schema) throws Exception {
        write(schema);
        ProfileRecord kept = profile(1, "platform-baseline").build();
        try (JdbcStore original = JdbcStore.sqlite(file());
                JdbcStore copy = JdbcStore.postgresql(PostgresPools.emptied())) {
            List<StoredItem> items = everything(original);
            copy.archive().orElseThrow().restore(items);
            assertThat(everything(copy)).containsExactlyInAnyOrderElementsOf(items);
            assertThat(items)
                    .extracting(item -> item.getClass().getSimpleName())
                    .containsExactly("Text", "Profile", "Version", "Answer", "Draft", "Instance");
            assertThat(copy.profiles().create("key", kept, version(1, "{}"))).isEqualTo(kept);
            assertThat(copy.contents().sweep("acme", NOON.plusSeconds(1))).isZero();
            assertThat(copy.contents().getAll("acme", List.of(digest(VALUES)))).containsEntry(digest(VALUES), VALUES);
            assertThat(copy.instantiations().outdatedCount("acme", kept.id(), 2))
                    .isEqualTo(1);
        }
    }

    private static List<StoredItem> everything(JdbcStore store) {
        List<StoredItem> items = new ArrayList<>();
        Optional<String> token = Optional.empty();
        do {
            Page<StoredItem> page = store.archive().orElseThrow().read(token);
            items.addAll(page.items());
            token = page.next();
        } while (token.isPresent());
        return items;
    }

    private Path file() {
        return folder.resolve("profiles.db");
    }

    private static InstantiationRecord deployed() {
        return instance(1, 1, InstantiationStatus.DEPLOYED).build();
    }

    private static SuggestionRecord suggestion() {
        return SuggestionRecord.builder()
                .id(new SuggestionId(Records.id(1)))
                .owner("acme")
                .profileId(profileId(1))
                .organisation("globex")
                .revision(1)
                .status(SuggestionStatus.SUBMITTED)
                .createdAt(NOON)
                .createdBy("carol")
                .updatedAt(NOON)
                .updatedBy("carol")
                .document("{}")
                .proposal("{}")
                .build();
    }

    /** Writes a file as the library that knew {@code schema} and no later one wrote it. */
    private void write(int schema) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            for (int version = 1; version <= schema; version++) {
                String script = Schema.SQLITE.scripts().get(version - 1);
                statement.executeUpdate(Schema.SQLITE.read(script));
                statement.executeUpdate(
                        "INSERT INTO schema_version (version, script) VALUES (" + version + ", '" + script + "')");
            }
            writeProfile(statement);
            writeTexts(statement);
        }
    }

    private static void writeProfile(Statement statement) throws SQLException {
        String columns = "id, organisation, name, description, category, tags, visibility, revision, current_version,"
                + " latest_version, created_at, created_by, updated_at, updated_by";
        String profile = "'" + profileId(1) + "', 'acme', 'platform-baseline', NULL, NULL,"
                + " '[\"monitoring\",\"base\"]', 'ORGANISATION', 1, 1, 1, " + at() + ", 'alice', " + at()
                + ", 'alice'";
        statement.executeUpdate("INSERT INTO profile (" + columns + ") VALUES (" + profile + ")");
        statement.executeUpdate(
                "INSERT INTO profile_request (request_key, " + columns + ") VALUES ('key', " + profile + ")");
        statement.executeUpdate("INSERT INTO profile_version (profile_id, number, channel, changelog, digest,"
                + " created_at, created_by, document) VALUES ('" + profileId(1)
                + "', 1, 'stable', 'Raise the replica count', "
                + literal(Digests.bytes(version(1, "{}").header().digest())) + ", " + at() + ", 'alice', '{}')");
    }

    private static void writeTexts(Statement statement) throws SQLException {
        String digest = literal(Digests.bytes(digest(VALUES)));
        Deflated text = Deflated.of(VALUES);
        statement.executeUpdate("INSERT INTO content VALUES (1, 'acme', " + digest + ", " + at() + ")");
        statement.executeUpdate(
                "INSERT INTO content_text VALUES (1, " + text.size() + ", " + literal(text.bytes()) + ")");
        statement.executeUpdate("INSERT INTO draft VALUES ('acme', '" + Records.id(1)
                + "', 1, 'platform-baseline', NULL, " + at() + ", 'alice', " + at() + ", 'alice', '{}')");
        statement.executeUpdate(
                "INSERT INTO content_ref VALUES ('acme', 'draft:" + Records.id(1) + "', 0, " + digest + ")");
        InstantiationRecord instance = deployed();
        statement.executeUpdate("INSERT INTO instantiation VALUES ('acme', '" + Records.id(1) + "', 1, '" + profileId(1)
                + "', 1, '" + instance.cluster() + "', '" + instance.stack() + "', 'DEPLOYED', '" + Records.id(1)
                + "', " + at() + ", 'alice', " + at() + ", '" + instance.document() + "')");
        statement.executeUpdate("INSERT INTO instance_count VALUES ('" + profileId(1) + "', 'acme', 1, 1, 1)");
    }

    private static String literal(byte[] bytes) {
        return "x'" + HexFormat.of().formatHex(bytes) + "'";
    }

    private static long at() {
        return Micros.of(NOON);
    }
}

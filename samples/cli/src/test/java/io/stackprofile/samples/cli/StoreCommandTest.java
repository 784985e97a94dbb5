package io.stackprofile.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.samples.cli.Shell.Result;
import io.stackprofile.test.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** A store is copied from a file to a database and back, and the commands go on over the copy. */
class StoreCommandTest {

    private static final String PASSWORD = "Rt5-canary-of-a-database-password";

    @TempDir
    static Path work;

    private static Story story;

    @BeforeAll
    static void tell() throws IOException {
        story = Story.told(work);
    }

    private static String database() {
        PGSimpleDataSource database = PostgresServer.shared().emptyDatabase();
        String separator = database.getURL().contains("?") ? "&" : "?";
        return database.getURL() + separator + "user=" + database.getUser() + "&password=" + PASSWORD;
    }

    private static Path file() {
        return work.resolve(UUID.randomUUID() + ".db");
    }

    @Test
    void a_file_is_moved_to_a_database_and_the_commands_go_on_there() throws IOException, SQLException {
        String database = database();
        Result copied = story.shell.run("store", "copy", database, "-o", "json").done();
        assertThat(copied.json().path("exact").asBoolean()).isTrue();
        assertThat(copied.json().path("items").path("version").asInt()).isEqualTo(3);
        assertThat(copied.json().path("differences").isEmpty()).isTrue();

        Shell moved = new Shell(database);
        assertThat(moved.run("show", "platform-baseline", "-o", "json").done().out())
                .isEqualTo(story.shell
                        .run("show", "platform-baseline", "-o", "json")
                        .done()
                        .out());
        assertThat(moved.run("export", "platform-baseline", "--version", "2")
                        .done()
                        .out())
                .isEqualTo(story.exported.out());
        Result saved =
                moved.run("version", "save", "platform-baseline", "--cluster", story.cluster("prod"), "-o", "json");
        assertThat(saved.done().json().path("version").asInt()).isEqualTo(3);

        Path back = file();
        Result text = moved.run("store", "copy", back.toString()).done();
        assertThat(text.out()).contains("KIND").contains("profile").endsWith("The copy is exact.\n");
        assertThat(new Shell(back)
                        .run("outdated", "platform-baseline", "-o", "json")
                        .done()
                        .json())
                .isEqualTo(moved.run("outdated", "platform-baseline", "-o", "json")
                        .done()
                        .json());
        story.canaries.assertAbsentFromRows(back);
        story.canaries.assertAbsentFromFiles(back);
        assertThat(copied.out() + copied.err() + moved.transcript()).doesNotContain(PASSWORD);
    }

    @Test
    void a_copy_is_brought_up_to_date_and_says_what_it_has_beside() {
        Path copy = file();
        story.shell.run("store", "copy", copy.toString()).done();
        Result refused = story.shell.run("store", "copy", copy.toString());
        assertThat(refused.code()).isEqualTo(ExitCodes.REFUSED);
        assertThat(refused.err()).contains("is not empty").contains("onto");
        assertThat(story.shell.run("store", "copy", copy.toString(), "--onto").code())
                .isEqualTo(ExitCodes.DONE);

        new Shell(copy).run("delete", "imported-baseline", "--org", "contoso").done();
        Path other = file();
        new Shell(copy).run("store", "copy", other.toString()).done();
        Result more =
                new Shell(copy).run("import", work.resolve("exported.yaml").toString(), "--name", "third");
        more.done();
        new Shell(copy).run("store", "copy", other.toString(), "--onto").done();
        new Shell(copy).run("delete", "third").done();
        Result differs = new Shell(copy).run("store", "copy", other.toString(), "--onto", "-o", "json");
        assertThat(differs.code()).isEqualTo(ExitCodes.REFUSED);
        assertThat(differs.json().path("exact").asBoolean()).isFalse();
        assertThat(differs.json().path("differences").toString())
                .contains("\"kind\":\"Profile\"")
                .contains("northwind");
        assertThat(new Shell(copy)
                        .run("store", "copy", other.toString(), "--onto")
                        .out())
                .contains("The copy is not exact.")
                .contains("DIFFERS");
    }

    @Test
    void what_cannot_be_meant_is_refused_and_no_url_is_repeated() {
        Path missing = file();
        Path target = file();
        String url = "jdbc:postgresql://localhost:notaport/x?password=" + PASSWORD;
        List<Result> refused = List.of(
                story.shell.run("store"),
                story.shell.run("store", "copy"),
                story.shell.run("store", "copy", target.toString(), PASSWORD),
                story.shell.run("store", "copy", target.toString(), "-o", "schema"),
                story.shell.run("store", "copy", work.resolve("profiles.db").toString(), "--onto"),
                story.shell.run("store", "copy", url),
                story.shell.run("store", "copy", "jdbc:mysql://localhost/x?password=" + PASSWORD),
                story.shell.run("store", "copy", "postgresql://u:" + PASSWORD + "@localhost/x"),
                new Shell(url).run("list"),
                new Shell(missing).run("store", "copy", target.toString()));
        assertThat(refused).allSatisfy(result -> {
            assertThat(result.code()).isEqualTo(ExitCodes.USAGE);
            assertThat(result.out()).isEmpty();
            assertThat(result.err()).startsWith("error: ").contains("to do: ").doesNotContain(PASSWORD);
        });
        assertThat(Files.exists(missing)).isFalse();
        assertThat(Files.exists(target)).isFalse();
    }

    @Test
    void a_database_that_is_not_there_or_not_a_store_s_is_refused_without_its_url() {
        String nowhere = "jdbc:postgresql://localhost:1/x?user=alice&password=" + PASSWORD;
        String unknown = database().replaceAll("/[^/?]*[?]", "/no_such_database?");
        for (String place : List.of(nowhere, unknown)) {
            for (Result result : List.of(story.shell.run("store", "copy", place), new Shell(place).run("list"))) {
                assertThat(result.code()).isEqualTo(ExitCodes.REFUSED);
                assertThat(result.out()).isEmpty();
                assertThat(result.err())
                        .startsWith("error: ")
                        .contains("to do: ")
                        .doesNotContain(PASSWORD, "jdbc:");
            }
        }
    }
}

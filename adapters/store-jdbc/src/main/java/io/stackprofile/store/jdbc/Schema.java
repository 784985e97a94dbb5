package io.stackprofile.store.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** A database's tables, built by scripts in order; the version is how many have been applied. */
final class Schema {

    /** SQLite's. A published script never changes; a change is a new script at the end. */
    static final Schema SQLITE = new Schema(
            "sqlite",
            List.of(
                    "V1__profiles_contents_drafts_instances.sql",
                    "V2__sharing_deprecation_history.sql",
                    "V3__suggestions.sql"),
            false);

    /** PostgreSQL's; as a tool of the user's may apply them, they record themselves. */
    static final Schema POSTGRESQL =
            new Schema("postgresql", List.of("V1__profiles_contents_drafts_instances.sql"), true);

    private final String folder;
    private final List<String> scripts;
    private final boolean recordsItself;

    private Schema(String folder, List<String> scripts, boolean recordsItself) {
        this.folder = folder;
        this.scripts = scripts;
        this.recordsItself = recordsItself;
    }

    /** The scripts in order, to be tested. */
    List<String> scripts() {
        return scripts;
    }

    /** The scripts that a database of {@code version} lacks, by their names. */
    String scriptsAbove(int version) {
        return String.join(", ", scripts.subList(version, latest()));
    }

    /** The version this library works with. */
    int latest() {
        return scripts.size();
    }

    /** The version of a database that has been built by this class. */
    int recorded(Sql sql) throws SQLException {
        return (int) sql.number("SELECT max(version) AS n FROM schema_version");
    }

    /** Applies every script above {@code version} and records it; in the caller's transaction, all or nothing. */
    void upgrade(Sql sql, int version) throws SQLException {
        for (int next = version + 1; next <= latest(); next++) {
            String script = scripts.get(next - 1);
            for (String statement : statements(read(script))) {
                sql.update(statement);
            }
            if (!recordsItself) {
                sql.update("INSERT INTO schema_version (version, script) VALUES (?, ?)", next, script);
            }
        }
    }

    /** Our scripts have no semicolon or double hyphen inside literals. */
    private static List<String> statements(String script) {
        String bare = script.replaceAll("--[^\n]*", "");
        return Arrays.stream(bare.split(";", -1))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    String read(String script) {
        String resource = "schema/" + folder + "/" + script;
        try (InputStream in = Schema.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the library's jar lacks " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the library's jar cannot be read: " + resource, e);
        }
    }
}

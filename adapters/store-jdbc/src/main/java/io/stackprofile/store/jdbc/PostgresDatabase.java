package io.stackprofile.store.jdbc;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens a PostgreSQL schema: refuses what is not ours before anything is written, then brings it to our version. */
final class PostgresDatabase {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresDatabase.class);

    /** "Stkp", for the lock that whoever applies scripts holds; with the schema's name, so that others need not wait. */
    private static final int LOCK = 0x53746b70;

    private static final String OURS = "stackprofile:";

    private final Transactions transactions;
    private final boolean apply;

    private PostgresDatabase(Transactions transactions, boolean apply) {
        this.transactions = transactions;
        this.apply = apply;
    }

    static Transactions open(DataSource source, PostgresqlOptions options) {
        CallersConnections connections = new CallersConnections(source);
        // At READ COMMITTED, so that who waited for the lock sees what its holder made.
        Dialect setup = new PostgresDialect(PostgresqlOptions.builder().build());
        new PostgresDatabase(new Transactions(setup, connections, connections), options.applySchema()).prepare();
        return new Transactions(new PostgresDialect(options), connections, connections);
    }

    private void prepare() {
        int version = transactions.read("open the database", this::version);
        if (version < Schema.POSTGRESQL.latest()) {
            transactions.write("prepare the database", this::upgrade);
        }
        LOG.debug("opened a PostgreSQL database, schema {}", Schema.POSTGRESQL.latest());
    }

    /** The schema's version, 0 for one with nothing in it; refuses one that this library may not use. */
    private int version(Sql sql) throws SQLException {
        requireUtf8(sql);
        warnOfNoFlush(sql);
        String schema = schema(sql);
        int version = isOurs(sql) ? Schema.POSTGRESQL.recorded(sql) : 0;
        if (version == 0 && hasTables(sql)) {
            throw refusal(
                    "the schema has tables of another application",
                    "Give the store a schema of its own: CREATE SCHEMA stackprofile, and currentSchema=stackprofile"
                            + " in the connection's URL.",
                    schema);
        }
        requireUsable(version, schema);
        return version;
    }

    private static String schema(Sql sql) throws SQLException {
        return sql.first("SELECT current_schema()::text AS name", row -> row.optionalText("name"))
                .flatMap(name -> name)
                .orElseThrow(() -> refusal(
                        "the connection's schema does not exist",
                        "Create it, or name another in the connection's search_path or currentSchema.",
                        ""));
    }

    private void requireUsable(int version, String schema) {
        int latest = Schema.POSTGRESQL.latest();
        if (version > latest) {
            throw refusal(
                    "the store has schema " + version + ", and this library knows schemas up to " + latest,
                    "Use the version of the library that wrote it, or a later one.",
                    schema);
        }
        if (version < latest && !apply) {
            throw refusal(
                    "the store has schema " + version + ", and this library needs " + latest,
                    "Apply " + Schema.POSTGRESQL.scriptsAbove(version)
                            + " of the library's jar, or let the library do so (applySchema).",
                    schema);
        }
    }

    private static boolean isOurs(Sql sql) throws SQLException {
        Optional<String> comment = sql.first(
                        "SELECT obj_description(c.oid, 'pg_class') AS comment FROM pg_catalog.pg_class c"
                                + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
                                + " WHERE n.nspname = current_schema() AND c.relname = 'schema_version'",
                        row -> row.optionalText("comment"))
                .flatMap(text -> text);
        return comment.filter(text -> text.startsWith(OURS)).isPresent();
    }

    /** What extensions bring is nobody's, and a tool that is to apply our scripts keeps its own book. */
    private static boolean hasTables(Sql sql) throws SQLException {
        return sql.exists("SELECT 1 FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
                + " WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'p', 'v', 'm', 'f')"
                + " AND c.relname NOT IN ('flyway_schema_history', 'databasechangelog', 'databasechangeloglock')"
                + " AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')");
    }

    private static void requireUtf8(Sql sql) throws SQLException {
        if (!sql.exists("SELECT 1 WHERE current_setting('server_encoding') = 'UTF8'")) {
            throw refusal(
                    "the database does not keep text in UTF-8", "Create one with ENCODING 'UTF8', and use it.", "");
        }
    }

    /** A warning, not a refusal: what is only tried out may well run so. */
    private static void warnOfNoFlush(Sql sql) throws SQLException {
        if (sql.exists("SELECT 1 WHERE current_setting('fsync') = 'off'")) {
            LOG.warn("the database server runs with fsync = off: a power cut may lose or damage what it acknowledged");
        }
    }

    /** Reads the version again, under a lock: another process may have come first. */
    private int upgrade(Sql sql) throws SQLException {
        sql.exists("SELECT pg_advisory_xact_lock(?::integer, hashtext(current_schema()::text))", LOCK);
        int version = version(sql);
        Schema.POSTGRESQL.upgrade(sql, version);
        return version;
    }

    private static InvalidContentException refusal(String problem, String remedy, String schema) {
        Location where = schema.isEmpty()
                ? Location.unknown()
                : Location.builder().path("schema " + schema).build();
        return new InvalidContentException(ErrorCode.UNSUPPORTED_FORMAT, problem, remedy, where);
    }
}

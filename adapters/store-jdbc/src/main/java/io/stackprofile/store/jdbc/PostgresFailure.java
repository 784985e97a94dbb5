package io.stackprofile.store.jdbc;

import io.stackprofile.error.StoreException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/** What a failure's SQLSTATE says, and what to do. The database's messages are never passed on: they quote values. */
enum PostgresFailure {
    RACE("Others changed the same records at the same time; repeat the call."),
    NO_CONNECTION("Check that the database runs and can be reached, and repeat the call."),
    NO_FREE_CONNECTION(
            "No connection of the data source became free in time; give its pool more, or wait longer for one."),
    REFUSED("Check the data source's database, user and password."),
    FORBIDDEN("Let the user read and write the tables of the store's schema, and create them if the library is to."),
    READ_ONLY("The connection leads to a database that only reads; connect to the primary."),
    TIMEOUT("A time limit of the connection passed (lock_timeout, statement_timeout); raise it or repeat the call."),
    FULL("Give the database disk space, memory or connections, and repeat the call."),
    TOO_LONG("A name, category, tag or key is longer than the 2,600 bytes an index takes; shorten it."),
    OTHER_SCHEMA("The tables are not the ones this library made; check the connection's schema and its version."),
    DAMAGED("Restore the database from a copy."),
    OTHER("Check the database's own log, and repeat the call.");

    private final String remedy;

    PostgresFailure(String remedy) {
        this.remedy = remedy;
    }

    static StoreException translate(String what, SQLException failure) {
        if (failure instanceof UnreadableRowException) {
            return new StoreException("the store could not " + what + ": " + failure.getMessage(), DAMAGED.remedy);
        }
        String state = state(failure);
        String shown = state.matches("[0-9A-Z]{5}") ? " (SQLSTATE " + state + ")" : "";
        return new StoreException("the store could not " + what + shown, of(failure).remedy);
    }

    /** Whether a commit that failed so changed nothing: the server has said so itself. */
    static boolean isUndone(SQLException failedCommit) {
        String state = state(failedCommit);
        boolean rolledBack = state.startsWith("40") && !state.equals("40003");
        return rolledBack || state.startsWith("23") || state.equals("25P02");
    }

    static PostgresFailure of(SQLException failure) {
        if (failure instanceof LostRaceException) {
            return RACE;
        }
        String state = state(failure);
        return switch (state) {
            case "40001", "40P01", "23505" -> RACE;
            case "25006" -> READ_ONLY;
            case "42501" -> FORBIDDEN;
            case "54000" -> TOO_LONG;
            case "55P03", "57014" -> TIMEOUT;
            case "3D000" -> REFUSED;
            case "XX001", "XX002" -> DAMAGED;
            case "42P01", "42703", "42804", "42883", "3F000" -> OTHER_SCHEMA;
            default -> ofClass(failure, state);
        };
    }

    private static PostgresFailure ofClass(SQLException failure, String state) {
        return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
            case "08", "57" -> NO_CONNECTION;
            case "28" -> REFUSED;
            case "53" -> FULL;
            default -> failure instanceof SQLTransientConnectionException ? NO_FREE_CONNECTION : OTHER;
        };
    }

    private static String state(SQLException failure) {
        @Nullable String state = failure.getSQLState();
        return state == null ? "" : state;
    }
}

package io.stackprofile.store.jdbc;

import java.sql.SQLException;

/** A column holds what this library never wrote; names the column, not what it holds. */
final class UnreadableRowException extends SQLException {

    private static final long serialVersionUID = 1L;

    UnreadableRowException(String column) {
        super("column " + column + " holds what this library never wrote");
    }
}

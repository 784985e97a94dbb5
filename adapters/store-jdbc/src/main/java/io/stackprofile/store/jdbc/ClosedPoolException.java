package io.stackprofile.store.jdbc;

import java.sql.SQLException;

/** The store was closed before this call. */
final class ClosedPoolException extends SQLException {

    private static final long serialVersionUID = 1L;

    ClosedPoolException() {
        super("the store is closed");
    }
}

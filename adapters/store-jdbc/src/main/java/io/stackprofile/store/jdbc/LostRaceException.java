package io.stackprofile.store.jdbc;

import java.sql.SQLException;

/** A condition that held when it was checked no longer holds; checked again, it says what is refused. */
final class LostRaceException extends SQLException {

    private static final long serialVersionUID = 1L;

    LostRaceException() {
        super("another transaction came first");
    }
}

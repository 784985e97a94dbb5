package io.stackprofile.spi;

import java.util.UUID;

/** Makes ids. Thread-safe. */
@FunctionalInterface
public interface IdSource {

    /** An id never given before. Version 7 (RFC 9562) is expected: listings order by id. */
    UUID next();
}

package io.stackprofile.store.jdbc;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as microseconds since the epoch, what both SQLite and PostgreSQL keep exactly. */
final class Micros {

    private static final Instant LEAST = instant(Long.MIN_VALUE);
    private static final Instant GREATEST = instant(Long.MAX_VALUE);

    private Micros() {}

    /**
     * Finer parts are cut off.
     *
     * @throws IllegalArgumentException more than 292,000 years from the epoch
     */
    static long of(Instant instant) {
        if (instant.isBefore(LEAST) || instant.isAfter(GREATEST)) {
            throw new IllegalArgumentException("an instant must be within 292,000 years of 1970");
        }
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant.truncatedTo(ChronoUnit.MICROS));
    }

    /** As a bound to compare with: what is out of reach becomes the end of the range. */
    static long bound(Instant instant) {
        if (instant.isBefore(LEAST)) {
            return Long.MIN_VALUE;
        }
        return instant.isAfter(GREATEST) ? Long.MAX_VALUE : of(instant);
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}

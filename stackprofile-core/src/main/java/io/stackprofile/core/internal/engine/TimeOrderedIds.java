package io.stackprofile.core.internal.engine;

import io.stackprofile.spi.IdSource;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;

/**
 * UUIDs of version 7 (RFC 9562, section 5.7): milliseconds, then a counter that keeps ids of one source ascending within
 * a millisecond and when the clock steps back, then random bits.
 */
public final class TimeOrderedIds implements IdSource {

    private static final int COUNTER_BITS = 12;

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private long last;

    /** Ids over {@code clock}. */
    public TimeOrderedIds(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public UUID next() {
        long ticks = nextTicks();
        long millis = ticks >>> COUNTER_BITS;
        long counter = ticks & ((1L << COUNTER_BITS) - 1);
        long high = (millis << 16) | 0x7000L | counter;
        long low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    private synchronized long nextTicks() {
        last = Math.max(last + 1, clock.millis() << COUNTER_BITS);
        return last;
    }
}

package io.stackprofile.testkit;

import io.stackprofile.spi.IdSource;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ids that are the same in every run: UUIDs of version 7 (RFC 9562), each later than the one before by a millisecond.
 * Thread-safe.
 */
public final class SequenceIds implements IdSource {

    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long LONGEST_TIME = 1L << 48;

    private final long startMillis;
    private final AtomicLong given = new AtomicLong();

    private SequenceIds(long startMillis) {
        if (startMillis < 0 || startMillis >= LONGEST_TIME) {
            throw new IllegalArgumentException("start must lie between 1970 and 10889");
        }
        this.startMillis = startMillis;
    }

    /** Ids from 2026-01-01T00:00:00Z on. */
    public static SequenceIds fromStart() {
        return from(Instant.parse("2026-01-01T00:00:00Z"));
    }

    /** Ids from {@code start} on. */
    public static SequenceIds from(Instant start) {
        return new SequenceIds(start.toEpochMilli());
    }

    @Override
    public UUID next() {
        long index = given.getAndIncrement();
        return new UUID((startMillis + index) << 16 | VERSION_7, VARIANT | index);
    }
}

package io.stackprofile.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

class DeflatedTest {

    /** Other zlibs that a Java runtime may be linked with (zlib-ng) make more of what cannot be compressed. */
    @Test
    @Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
    void what_takes_more_room_than_was_thought_is_whole() {
        byte[] noise = new byte[100_000];
        new Random(7).nextBytes(noise);
        assertThat(Deflated.of(noise, 1).plain()).contains(noise);
    }
}

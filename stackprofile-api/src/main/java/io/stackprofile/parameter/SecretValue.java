package io.stackprofile.parameter;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A resolved secret, in memory for one call. Closing wipes it. It has no readable {@code toString}, no equality and no
 * serial form. Not thread-safe.
 */
public final class SecretValue implements AutoCloseable {

    private final byte[] bytes;
    private boolean closed;

    private SecretValue(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The secret with these bytes, which are copied. */
    public static SecretValue of(byte[] bytes) {
        return new SecretValue(bytes.clone());
    }

    /** The secret with this text, in UTF-8. */
    public static SecretValue of(String text) {
        return new SecretValue(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A copy of the bytes.
     *
     * @throws IllegalStateException after {@link #close()}
     */
    public byte[] reveal() {
        if (closed) {
            throw new IllegalStateException("this secret has been wiped");
        }
        return bytes.clone();
    }

    /**
     * The bytes as UTF-8 text.
     *
     * @throws IllegalStateException after {@link #close()}
     */
    public String revealText() {
        return new String(reveal(), StandardCharsets.UTF_8);
    }

    /** Wipes the bytes. */
    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
        closed = true;
    }

    @Override
    public String toString() {
        return "[secret]";
    }
}

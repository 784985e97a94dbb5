package io.stackprofile.store.jdbc;

import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Bytes or text, compressed in zlib's format. */
final class Deflated {

    private final int size;
    private final byte[] bytes;

    /** Takes what was stored; {@code size} is the bytes before compression. */
    Deflated(int size, byte[] bytes) {
        this.size = size;
        this.bytes = bytes;
    }

    int size() {
        return size;
    }

    byte[] bytes() {
        return bytes;
    }

    static Deflated of(String text) {
        return of(StoredText.bytes(text));
    }

    static Deflated of(byte[] plain) {
        return of(plain, bound(plain.length));
    }

    /** With {@code room} for what comes out, which is made larger where it is not enough. */
    static Deflated of(byte[] plain, int room) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setInput(plain);
            deflater.finish();
            byte[] buffer = new byte[room];
            int length = 0;
            while (!deflater.finished()) {
                if (length == buffer.length) {
                    buffer = Arrays.copyOf(buffer, Math.multiplyExact(2, length));
                }
                length += deflater.deflate(buffer, length, buffer.length - length);
            }
            return new Deflated(plain.length, Arrays.copyOf(buffer, length));
        } finally {
            deflater.end();
        }
    }

    /** The text; empty when the bytes are not what {@link #of} made. */
    Optional<String> text() {
        return plain().map(StoredText::text);
    }

    /** What was compressed; empty when the bytes are not what {@link #of} made. */
    Optional<byte[]> plain() {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(bytes);
            byte[] plain = new byte[size];
            int length = inflater.inflate(plain);
            boolean whole = length == size && (inflater.finished() || inflater.inflate(new byte[1]) == 0);
            return whole ? Optional.of(plain) : Optional.empty();
        } catch (DataFormatException e) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }

    /** What zlib itself needs at most: five bytes a block of 16 KiB, and its frame. */
    private static int bound(int size) {
        return Math.addExact(size, (size >> 14) * 5 + 64);
    }
}

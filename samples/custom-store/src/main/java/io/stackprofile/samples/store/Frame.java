package io.stackprofile.samples.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * What is written to the journal at once: a mark, the payload's length, a checksum over place, length and payload, the
 * payload. A frame is one only at its own place: a copy of it elsewhere is damage. The mark's first byte is in no UTF-8
 * text.
 */
final class Frame {

    /** How many bytes stand before the payload. */
    static final int HEADER = 12;

    private static final int MARK = 0xFF_53_50_FE;
    private static final byte MARK_START = (byte) 0xFF;
    private static final int CHUNK = 1 << 16;

    private Frame() {}

    /** The frame of a payload that is written at a place of the file. */
    static byte[] of(byte[] payload, long at) {
        return ByteBuffer.allocate(HEADER + payload.length)
                .putInt(MARK)
                .putInt(payload.length)
                .putInt(checksum(payload, at))
                .put(payload)
                .array();
    }

    /** The payload of the frame at a place; empty when no whole, undamaged frame stands there. */
    static Optional<byte[]> at(Disk disk, Path file, long at) throws IOException {
        ByteBuffer header = ByteBuffer.wrap(disk.read(file, at, HEADER));
        if (header.remaining() < HEADER || header.getInt() != MARK) {
            return Optional.empty();
        }
        int length = header.getInt();
        if (length < 0 || length > disk.size(file) - at - HEADER) {
            return Optional.empty();
        }
        byte[] payload = disk.read(file, at + HEADER, length);
        return header.getInt() == checksum(payload, at) ? Optional.of(payload) : Optional.empty();
    }

    /** Whether a whole frame stands anywhere at or after a place. */
    static boolean anyFrom(Disk disk, Path file, long from) throws IOException {
        long size = disk.size(file);
        for (long chunk = from; chunk < size; chunk += CHUNK) {
            byte[] bytes = disk.read(file, chunk, CHUNK);
            for (int i = 0; i < bytes.length; i++) {
                if (bytes[i] == MARK_START && at(disk, file, chunk + i).isPresent()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int checksum(byte[] payload, long at) {
        CRC32C checksum = new CRC32C();
        checksum.update(ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                .putLong(at)
                .putInt(payload.length)
                .flip());
        checksum.update(payload);
        return (int) checksum.getValue();
    }
}

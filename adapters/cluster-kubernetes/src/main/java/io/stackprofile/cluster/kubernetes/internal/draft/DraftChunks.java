package io.stackprofile.cluster.kubernetes.internal.draft;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A text compressed and cut into pieces that fit into objects.
 *
 * @param pieces in base64, in order
 * @param sha256 of the compressed text as a whole, in hex
 */
record DraftChunks(List<String> pieces, String sha256) {

    // In base64 a third more: below 900 KiB, where an object may have a mebibyte.
    private static final int SIZE = 640 * 1024;

    DraftChunks {
        pieces = List.copyOf(pieces);
    }

    static DraftChunks of(String text) {
        byte[] bytes = compressed(text);
        List<String> pieces = new ArrayList<>();
        for (int at = 0; at < bytes.length; at += SIZE) {
            byte[] piece = Arrays.copyOfRange(bytes, at, Math.min(at + SIZE, bytes.length));
            pieces.add(Base64.getEncoder().encodeToString(piece));
        }
        return new DraftChunks(pieces, sha256(bytes));
    }

    /**
     * The text.
     *
     * @param limit how many characters it may have
     * @throws IllegalArgumentException when it is not the text that was cut
     */
    String text(int limit) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        pieces.forEach(piece -> bytes.writeBytes(Base64.getDecoder().decode(piece)));
        if (!sha256(bytes.toByteArray()).equals(sha256)) {
            throw new IllegalArgumentException("not the content that was saved");
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            byte[] chars = in.readNBytes((int) Math.min(2L * limit + 1, Integer.MAX_VALUE - 8));
            if (chars.length > 2L * limit || chars.length % 2 != 0) {
                throw new IllegalArgumentException("more than a draft may have");
            }
            return ByteBuffer.wrap(chars).asCharBuffer().toString();
        } catch (IOException damaged) {
            throw new IllegalArgumentException("not compressed");
        }
    }

    // Two bytes for a character: no character set to lose half a surrogate pair in, and no larger once compressed.
    private static byte[] compressed(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            ByteBuffer buffer = ByteBuffer.allocate(2 * 8192);
            for (int at = 0; at < text.length(); at += 8192) {
                String part = text.substring(at, Math.min(text.length(), at + 8192));
                buffer.clear().asCharBuffer().put(part);
                out.write(buffer.array(), 0, 2 * part.length());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The number of pieces only. */
    @Override
    public String toString() {
        return "DraftChunks[" + pieces.size() + "]";
    }
}

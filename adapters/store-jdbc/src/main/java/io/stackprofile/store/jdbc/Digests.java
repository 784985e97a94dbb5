package io.stackprofile.store.jdbc;

import io.stackprofile.Digest;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Digests as their 32 bytes, and lists of them as joined hex digits. */
final class Digests {

    private static final String PREFIX = "sha256:";
    private static final int BYTES = 32;
    private static final int HEX_DIGITS = 2 * BYTES;

    private Digests() {}

    static byte[] bytes(Digest digest) {
        return HexFormat.of().parseHex(digest.text(), PREFIX.length(), PREFIX.length() + HEX_DIGITS);
    }

    static Digest of(byte[] bytes) {
        return Digest.of(PREFIX + HexFormat.of().formatHex(bytes));
    }

    static Digest sha256(byte[] bytes) {
        try {
            return of(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /** The bytes of several, one after the other. */
    static byte[] joined(List<Digest> digests) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        digests.forEach(digest -> joined.writeBytes(bytes(digest)));
        return joined.toByteArray();
    }

    /** Reads what {@link #joined} gives. */
    static List<Digest> split(byte[] joined) {
        List<Digest> digests = new ArrayList<>();
        for (int start = 0; start < joined.length; start += BYTES) {
            digests.add(of(Arrays.copyOfRange(joined, start, start + BYTES)));
        }
        return digests;
    }

    /** Reads what {@code group_concat(hex(digest), '')} and its like give. */
    static Set<Digest> ofHex(String joined) {
        String digits = joined.toLowerCase(Locale.ROOT);
        Set<Digest> digests = new LinkedHashSet<>();
        for (int start = 0; start < digits.length(); start += HEX_DIGITS) {
            digests.add(Digest.of(PREFIX + digits.substring(start, start + HEX_DIGITS)));
        }
        return digests;
    }
}

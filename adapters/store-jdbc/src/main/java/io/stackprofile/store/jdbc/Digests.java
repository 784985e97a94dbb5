package io.stackprofile.store.jdbc;

import io.stackprofile.Digest;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** Digests as their 32 bytes, and lists of them as joined hex digits. */
final class Digests {

    private static final String PREFIX = "sha256:";
    private static final int HEX_DIGITS = 64;

    private Digests() {}

    static byte[] bytes(Digest digest) {
        return HexFormat.of().parseHex(digest.text(), PREFIX.length(), PREFIX.length() + HEX_DIGITS);
    }

    static Digest of(byte[] bytes) {
        return Digest.of(PREFIX + HexFormat.of().formatHex(bytes));
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

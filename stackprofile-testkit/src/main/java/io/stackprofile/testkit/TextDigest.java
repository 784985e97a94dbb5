package io.stackprofile.testkit;

import io.stackprofile.Digest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The SHA-256 of texts, for tests that need digests; the engine's own digests are its business. */
public final class TextDigest {

    private TextDigest() {}

    /** The digest of one text in UTF-8. */
    public static Digest of(String text) {
        MessageDigest sha256 = sha256();
        sha256.update(text.getBytes(StandardCharsets.UTF_8));
        return digest(sha256);
    }

    /** The digest of a list of texts; lists that differ in any text or boundary have different ones. */
    public static Digest of(List<String> texts) {
        MessageDigest sha256 = sha256();
        for (String text : texts) {
            sha256.update((text.length() + ":" + text).getBytes(StandardCharsets.UTF_8));
        }
        return digest(sha256);
    }

    private static Digest digest(MessageDigest sha256) {
        return Digest.of("sha256:" + HexFormat.of().formatHex(sha256.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}

package io.stackprofile.samples.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Texts as names that every file system takes: no text of a user is one. */
final class Hashes {

    private Hashes() {}

    static String hex(String text) {
        return HexFormat.of().formatHex(sha256().digest(Texts.bytes(text)));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}

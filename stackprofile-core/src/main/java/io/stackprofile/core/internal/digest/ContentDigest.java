package io.stackprofile.core.internal.digest;

import io.stackprofile.Digest;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The digest of a text: SHA-256 over its UTF-8 bytes. */
public final class ContentDigest {

    private ContentDigest() {}

    /**
     * The text's digest.
     *
     * @throws InvalidContentException {@link ErrorCode#MALFORMED} for half of a surrogate pair: UTF-8 would replace it,
     *     and two texts would share a digest
     */
    public static Digest of(String text) {
        requireWhole(text);
        byte[] hash = sha256().digest(text.getBytes(StandardCharsets.UTF_8));
        return Digest.of("sha256:" + HexFormat.of().formatHex(hash));
    }

    private static void requireWhole(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isSurrogate(text.charAt(i))) {
                continue;
            }
            if (Character.isSurrogatePair(text.charAt(i), i + 1 < text.length() ? text.charAt(i + 1) : 0)) {
                i++;
            } else {
                throw new InvalidContentException(
                        ErrorCode.MALFORMED,
                        "a text holds half of a surrogate pair, which no encoding can carry",
                        "Replace the broken character.",
                        Location.unknown());
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}

package io.stackprofile.spi.secret;

import java.security.GeneralSecurityException;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Marks captured secrets under a key that only the host has, so that two versions can tell whether a secret changed
 * without either of them holding it. Thread-safe. Never logs or keeps what it is given.
 *
 * <p>Requirements:
 * <ul>
 * <li>The result is a message authentication code: whoever has not the key can neither make it nor learn anything
 * of the message from it, however few messages are likely. A plain hash is none.
 * <li>Equal messages of one organisation give equal results, for as long as the host wants secrets to be
 * recognised; a new key makes every secret unknown or changed once.
 * <li>The result has 16 to 64 bytes.
 * </ul>
 *
 * <p>An exception's message is never shown: it may hold the secret. Its class is.
 */
@FunctionalInterface
public interface SecretFingerprints {

    /** The shortest key that {@link #hmacSha256} takes, in bytes. */
    int SHORTEST_KEY = 32;

    /**
     * The code of {@code message} under the organisation's key.
     *
     * @param message the secret, behind what tells the organisation and the profile apart, so that equal secrets of two
     *     organisations or of two profiles never have the same code; wiped when the call returns. It is as long as
     *     the secret is and a little longer: for a key service with a limit, send a SHA-256 of it
     */
    byte[] code(String organisation, byte[] message);

    /**
     * HMAC-SHA-256 in this process.
     *
     * @param keyFor the key of an organisation, at least {@value #SHORTEST_KEY} bytes, the same each time; the array is
     *     left as it is
     */
    static SecretFingerprints hmacSha256(Function<String, byte[]> keyFor) {
        return (organisation, message) -> {
            byte[] key = keyFor.apply(organisation);
            if (key.length < SHORTEST_KEY) {
                throw new IllegalArgumentException("key: it needs at least " + SHORTEST_KEY + " bytes");
            }
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(key, "HmacSHA256"));
                return mac.doFinal(message);
            } catch (GeneralSecurityException impossible) {
                // Every Java platform has HMAC-SHA-256.
                throw new IllegalStateException("HmacSHA256 is not to be had");
            }
        };
    }
}

package io.stackprofile.cluster.kubernetes.internal.commit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** Reads what may be base64, as the data of a Secret is. */
final class Base64Text {

    private Base64Text() {}

    /** The bytes; empty when the text is no base64. */
    static Optional<byte[]> bytesOf(String text) {
        try {
            return Optional.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }

    /** The text in it; empty when it is no text that can be written back the same. */
    static Optional<String> decoded(String text) {
        return bytesOf(text).flatMap(bytes -> {
            String decoded = new String(bytes, StandardCharsets.UTF_8);
            return Arrays.equals(bytes(decoded), bytes) ? Optional.of(decoded) : Optional.empty();
        });
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

package io.stackprofile.core.internal.redact.value;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Decodes base64 as it is met in configuration: standard or URL-safe, padded or not, wrapped or not. */
public final class Base64Text {

    private Base64Text() {}

    /** The bytes, or empty when {@code text} is not base64. */
    public static Optional<byte[]> bytes(String text) {
        String compact = text.indexOf('\n') < 0 && text.indexOf(' ') < 0 ? text : text.replaceAll("\\s", "");
        String standard = compact.replace('-', '+').replace('_', '/');
        int end = standard.length();
        while (end > 0 && standard.charAt(end - 1) == '=') {
            end--;
        }
        try {
            return Optional.of(Base64.getDecoder().decode(standard.substring(0, end)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** Base64 of the UTF-8 text, padded, on one line. */
    public static String encode(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The UTF-8 text, or empty when {@code text} is not base64 of text. */
    public static Optional<String> decode(String text) {
        return bytes(text).flatMap(Base64Text::utf8);
    }

    public static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException notText) {
            return Optional.empty();
        }
    }
}

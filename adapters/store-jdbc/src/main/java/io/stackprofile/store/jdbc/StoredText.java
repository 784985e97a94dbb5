package io.stackprofile.store.jdbc;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A Java string as bytes that give the same string back: UTF-8, and for an unpaired surrogate, which UTF-8 cannot say,
 * the three bytes its pattern would give.
 */
final class StoredText {

    private StoredText() {}

    /** Whether UTF-8 says all of {@code text}. */
    static boolean isUnicode(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!isPairAt(text, i)) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    static byte[] bytes(String text) {
        if (isUnicode(text)) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length() + 16);
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (isPairAt(text, i)) {
                i++;
            } else if (Character.isSurrogate(unit)) {
                out.writeBytes(text.substring(start, i).getBytes(StandardCharsets.UTF_8));
                out.write(0xE0 | (unit >> 12));
                out.write(0x80 | (unit >> 6 & 0x3F));
                out.write(0x80 | (unit & 0x3F));
                start = i + 1;
            }
        }
        out.writeBytes(text.substring(start).getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    static String text(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int start = 0;
        for (int i = 0; i + 2 < bytes.length; i++) {
            if (isSurrogateAt(bytes, i)) {
                text.append(new String(bytes, start, i - start, StandardCharsets.UTF_8));
                text.append((char) (0xD000 | ((bytes[i + 1] & 0x3F) << 6) | (bytes[i + 2] & 0x3F)));
                start = i + 3;
                i += 2;
            }
        }
        if (start == 0) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        return text.append(new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8))
                .toString();
    }

    private static boolean isPairAt(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
    }

    private static boolean isSurrogateAt(byte[] bytes, int i) {
        return bytes[i] == (byte) 0xED && (bytes[i + 1] & 0xE0) == 0xA0;
    }
}

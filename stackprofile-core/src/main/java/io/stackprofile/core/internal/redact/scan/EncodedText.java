package io.stackprofile.core.internal.redact.scan;

import io.stackprofile.core.internal.redact.value.Base64Text;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * A text that stands in base64, perhaps compressed.
 *
 * @param text the text
 * @param exact whether base64 of the text gives the source back, byte for byte
 * @param chain what was read to get it, outermost first
 */
record EncodedText(String text, boolean exact, List<String> chain) {

    // Shorter ones hold no document and no key, and words of this length are often base64 by accident.
    private static final int SHORTEST = 24;
    // An etcd object holds 1.5 MiB, and what Helm compresses into one is rarely more than this unpacked.
    private static final int MOST_UNPACKED = 8 * 1024 * 1024;

    /** The text in {@code source}; {@code unpacking} is how many more bytes may be unpacked, from which is taken. */
    static Optional<EncodedText> of(String source, int[] unpacking) {
        String bare = source.strip();
        if (bare.length() < SHORTEST || !isBase64(bare)) {
            return Optional.empty();
        }
        Optional<byte[]> bytes = Base64Text.bytes(bare);
        if (bytes.isEmpty() || bytes.get().length < 4) {
            return Optional.empty();
        }
        byte[] content = bytes.get();
        if (content[0] == 0x1f && content[1] == (byte) 0x8b) {
            return unpacked(content, unpacking)
                    .flatMap(Base64Text::utf8)
                    .map(text -> new EncodedText(text, false, List.of("base64", "gzip")));
        }
        if (isUtf16(content)) {
            String text = new String(content, StandardCharsets.UTF_16LE);
            return Optional.of(new EncodedText(text, false, List.of("base64", "utf-16")));
        }
        return Base64Text.utf8(content)
                .filter(EncodedText::isText)
                .map(text -> new EncodedText(text, Base64Text.encode(text).equals(bare), List.of("base64")));
    }

    private static boolean isText(String text) {
        return text.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t');
    }

    // As PowerShell takes its commands: every second byte of western text is zero.
    private static boolean isUtf16(byte[] content) {
        int zeros = 0;
        for (int i = 1; i < content.length; i += 2) {
            zeros += content[i] == 0 && content[i - 1] != 0 ? 1 : 0;
        }
        return content.length % 2 == 0 && zeros * 10 >= content.length / 2 * 9;
    }

    private static Optional<byte[]> unpacked(byte[] content, int[] unpacking) {
        int most = Math.min(MOST_UNPACKED, unpacking[0]);
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(content))) {
            byte[] plain = in.readNBytes(most);
            unpacking[0] -= plain.length;
            return in.read() < 0 ? Optional.of(plain) : Optional.empty();
        } catch (IOException notCompressed) {
            return Optional.empty();
        }
    }

    private static boolean isBase64(String text) {
        return text.chars()
                .allMatch(c -> (c >= 'a' && c <= 'z')
                        || (c >= 'A' && c <= 'Z')
                        || (c >= '0' && c <= '9')
                        || "+/=-_\n\r ".indexOf(c) >= 0);
    }

    /** Names the chain and nothing of the text. */
    @Override
    public String toString() {
        return "EncodedText" + chain;
    }
}

package io.stackprofile.cluster.directory;

import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Text as bytes and back, refusing what would be replaced silently. */
final class Utf8 {

    private Utf8() {}

    /**
     * The text of {@code bytes}, a byte order mark included.
     *
     * @param at the file, to which the line of the bad byte is added, or a line the text stands at
     * @throws InvalidContentException {@code MALFORMED} with the offset of the first bad byte
     */
    static String decode(byte[] bytes, Location at) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        if (result.isError()) {
            int line = at.line().orElseGet(() -> 1 + lineBreaks(bytes, in.position()));
            throw Refusals.malformed(
                    "the text is not UTF-8 at byte offset " + in.position(),
                    "Save it in UTF-8.",
                    Places.line(line, at));
        }
        return out.flip().toString();
    }

    /** The bytes of {@code text}; half of a surrogate pair is refused. */
    static byte[] encode(String text, Location at) {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] exact = new byte[bytes.remaining()];
            bytes.get(exact);
            return exact;
        } catch (CharacterCodingException unpaired) {
            throw Refusals.malformed(
                    "the text holds half of a surrogate pair, which UTF-8 cannot", "Remove the character.", at);
        }
    }

    private static int lineBreaks(byte[] bytes, int end) {
        int lines = 0;
        for (int i = 0; i < end; i++) {
            if (bytes[i] == '\n') {
                lines++;
            }
        }
        return lines;
    }
}

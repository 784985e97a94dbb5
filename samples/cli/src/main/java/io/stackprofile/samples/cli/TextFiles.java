package io.stackprofile.samples.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads and writes the files a command line names; {@code -} is standard input. */
final class TextFiles {

    private TextFiles() {}

    static String read(String file) {
        try {
            return decode(file.equals("-") ? standardInput() : Files.readAllBytes(Path.of(file)));
        } catch (CharacterCodingException notText) {
            throw new UsageException(file + " is not UTF-8 text", "Save it as UTF-8.");
        } catch (IOException unreadable) {
            throw new UsageException(file + " cannot be read", "Check the path and its permissions.");
        }
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new UsageException(file + " cannot be written", "Check the path and its permissions.");
        }
    }

    private static byte[] standardInput() throws IOException {
        InputStream in = System.in;
        return in.readAllBytes();
    }

    private static String decode(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }
}

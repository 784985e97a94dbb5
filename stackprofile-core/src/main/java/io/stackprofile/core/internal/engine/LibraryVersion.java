package io.stackprofile.core.internal.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The version of this library, as the build wrote it. */
final class LibraryVersion {

    private static final String TEXT = read();

    private LibraryVersion() {}

    static String text() {
        return TEXT;
    }

    private static String read() {
        try (InputStream in = LibraryVersion.class.getResourceAsStream("/io/stackprofile/core/version.txt")) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks io/stackprofile/core/version.txt");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

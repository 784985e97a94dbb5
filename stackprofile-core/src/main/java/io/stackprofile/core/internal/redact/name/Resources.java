package io.stackprofile.core.internal.redact.name;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the data files that stand beside the classes that use them. */
public final class Resources {

    private Resources() {}

    /** The lines of the file {@code name} that stands beside {@code beside}. */
    public static List<String> lines(Class<?> beside, String name) {
        return text(beside, name).lines().toList();
    }

    /** The text of the file {@code name} that stands beside {@code beside}. */
    public static String text(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the library's file " + name + " is missing from its jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the library's file " + name + " cannot be read", unreadable);
        }
    }
}

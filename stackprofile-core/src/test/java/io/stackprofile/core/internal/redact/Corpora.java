package io.stackprofile.core.internal.redact;

import java.nio.file.Path;

/** Finds the test data that stands beside the project. */
public final class Corpora {

    private Corpora() {}

    public static Path file(String name) {
        String given = System.getProperty("stackprofile.corpus");
        return given == null ? root().resolveSibling("shared/corpus").resolve(name) : Path.of(given, name);
    }

    public static Path samples() {
        return root().resolve("samples/stacks");
    }

    private static Path root() {
        return Path.of(System.getProperty("stackprofile.root", ".."))
                .toAbsolutePath()
                .normalize();
    }
}

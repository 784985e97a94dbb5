package io.stackprofile.core.internal.redact;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.StackSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Finds the test data that stands beside the project. */
public final class Corpora {

    private Corpora() {}

    public static Path file(String name) {
        String given = System.getProperty("stackprofile.corpus");
        return given == null ? root().resolveSibling("shared/corpus").resolve(name) : Path.of(given, name);
    }

    /** The members of a recorded stack as manifests, each named by its file; the test ends where the data is absent. */
    public static StackSpec stack(String name) throws IOException {
        Path file = file(name);
        assumeTrue(Files.exists(file), "skipped: the recorded stack " + name + " is not there");
        List<Member> members = new ArrayList<>();
        try (TarArchiveInputStream in = new TarArchiveInputStream(new GZIPInputStream(Files.newInputStream(file)))) {
            for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.isFile() && entry.getName().matches(".*\\.ya?ml")) {
                    String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    members.add(Manifest.builder()
                            .name(entry.getName())
                            .content(text)
                            .build());
                }
            }
        }
        return StackSpec.of(Optional.empty(), members);
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

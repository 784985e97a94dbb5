package io.stackprofile.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The texts that are measured: a stack of the corpus that stands beside the project ({@code S}, {@code M}, {@code L}),
 * or {@code samples}, those texts of the project's own stacks that have no
 * placeholders yet.
 */
final class Corpus {

    private Corpus() {}

    /** The members' texts, in order of their files. */
    static List<String> texts(String stack) {
        try {
            if (!stack.equals("samples")) {
                return List.copyOf(StackFiles.read(archive(stack)).values());
            }
            return StackFiles.read(root().resolve("samples/stacks")).values().stream()
                    .filter(text -> !text.contains("${{ parameters."))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path root() {
        return Path.of(System.getProperty("stackprofile.root", ".."))
                .toAbsolutePath()
                .normalize();
    }

    private static Path archive(String stack) {
        String given = System.getProperty("stackprofile.corpus");
        Path folder = given == null ? root().resolveSibling("shared/corpus") : Path.of(given);
        Path archive = folder.resolve("stacks-" + stack + ".tar.gz");
        if (!Files.exists(archive)) {
            throw new IllegalStateException("There is no corpus at " + archive
                    + ". Put it there, name its folder with -Dstackprofile.corpus, or measure with -p stack=samples.");
        }
        return archive;
    }
}

package io.stackprofile.cluster.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds the committed sample stacks and the shared corpus, and copies them for tests that write. */
final class Samples {

    private Samples() {}

    static Path stacks(String cluster) {
        String root = System.getProperty("stackprofile.root");
        assertThat(root).as("system property stackprofile.root").isNotNull();
        return Path.of(root, "samples", "stacks", cluster);
    }

    static Path corpus(String file) {
        String root = System.getProperty("stackprofile.root", ".");
        String corpus = System.getProperty(
                "stackprofile.corpus",
                Path.of(root)
                        .toAbsolutePath()
                        .resolve("../shared/corpus")
                        .normalize()
                        .toString());
        Path path = Path.of(corpus, file);
        assumeThat(path)
                .as("the shared corpus, which is not part of the repository")
                .exists();
        return path;
    }

    static Folders copy(String cluster, Path to) {
        Path from = stacks(cluster);
        Folders folders = new Folders(to);
        for (Path file : files(from)) {
            folders.bytes(from.relativize(file).toString(), read(file));
        }
        return folders;
    }

    static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

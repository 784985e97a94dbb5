package io.stackprofile.samples.quickstart;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A fresh folder with copies of the sample stacks, so that a run leaves the originals alone. */
final class Workspace {

    private static final List<String> CLUSTERS = List.of("prod", "prod-next", "staging");

    private final Path folder;

    private Workspace(Path folder) {
        this.folder = folder;
    }

    static Workspace prepare(String[] arguments) throws IOException {
        Path samples = samples();
        Path folder = arguments.length > 0
                ? Path.of(arguments[0]).toAbsolutePath()
                : samples.resolve("quickstart/target/quickstart");
        Files.createDirectories(folder);
        for (String cluster : CLUSTERS) {
            delete(folder.resolve(cluster));
            copy(samples.resolve("stacks").resolve(cluster), folder.resolve(cluster));
        }
        for (String database : List.of("profiles.db", "profiles.db-wal", "profiles.db-shm")) {
            Files.deleteIfExists(folder.resolve(database));
        }
        return new Workspace(folder);
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    /** The folder above this program's classes that has the sample stacks. */
    private static Path samples() throws IOException {
        Path classes = classes();
        for (Path at = classes; at != null; at = at.getParent()) {
            if (Files.isRegularFile(at.resolve("stacks/planted.tsv"))) {
                return at;
            }
        }
        throw new IOException("no folder above " + classes + " holds the sample stacks");
    }

    private static Path classes() throws IOException {
        try {
            return Path.of(Workspace.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException notAPath) {
            throw new IOException("this program's classes are not in a folder", notAPath);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}

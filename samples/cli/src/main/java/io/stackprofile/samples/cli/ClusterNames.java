package io.stackprofile.samples.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Clusters as this program names them: {@code dir:PATH}, made absolute so that the name means the same from everywhere. */
final class ClusterNames {

    private static final String DIRECTORY = "dir:";

    private ClusterNames() {}

    static String absolute(String cluster) {
        if (!cluster.startsWith(DIRECTORY) || cluster.length() == DIRECTORY.length()) {
            throw new UsageException(
                    "--cluster is not a folder this program can reach", "Write it as dir:PATH, such as dir:./prod.");
        }
        return DIRECTORY + absolutePath("--cluster", cluster.substring(DIRECTORY.length()));
    }

    static Path absolutePath(String option, String path) {
        return path(option, path).toAbsolutePath().normalize();
    }

    static Path path(String option, String path) {
        try {
            return Path.of(path);
        } catch (InvalidPathException notAPath) {
            throw new UsageException(option + " does not hold a path", "Check its characters.");
        }
    }
}

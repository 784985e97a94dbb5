package io.stackprofile.samples.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Clusters as this program names them: {@code dir:PATH}, made absolute so that the name means the same from everywhere, and
 * {@code kube:CONTEXT}.
 */
final class ClusterNames {

    static final String KUBERNETES = "kube:";
    private static final String DIRECTORY = "dir:";

    private ClusterNames() {}

    static String absolute(String cluster) {
        return absolute("--cluster", cluster);
    }

    static String absolute(String option, String cluster) {
        if (cluster.startsWith(KUBERNETES) && cluster.length() > KUBERNETES.length()) {
            return cluster;
        }
        if (!cluster.startsWith(DIRECTORY) || cluster.length() == DIRECTORY.length()) {
            throw new UsageException(
                    option + " is not a cluster this program can reach",
                    "Write a folder as dir:PATH, such as dir:./prod, and a context of the kubeconfig as kube:CONTEXT.");
        }
        return DIRECTORY + absolutePath(option, cluster.substring(DIRECTORY.length()));
    }

    /** A pattern of names: a folder's is counted from here, anything else is left as it is. */
    static String pattern(String option, String pattern) {
        return pattern.startsWith(DIRECTORY) ? absolute(option, pattern) : pattern;
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

package io.stackprofile.benchmarks.score;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A command line: one file or folder, options with a value, and flags, in any order.
 *
 * @param file the file or folder
 * @param options the options given, by name
 * @param flags the flags given
 */
record Arguments(Path file, Map<String, String> options, Set<String> flags) {

    /**
     * Reads a command line.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    static Arguments of(String[] given, List<String> options, List<String> flags) {
        Map<String, String> values = new HashMap<>();
        Set<String> set = new HashSet<>();
        Path file = null;
        for (int i = 0; i < given.length; i++) {
            if (options.contains(given[i])) {
                if (i + 1 == given.length) {
                    throw new IllegalArgumentException(given[i] + " needs a value");
                }
                values.put(given[i], given[++i]);
            } else if (flags.contains(given[i])) {
                set.add(given[i]);
            } else if (given[i].startsWith("--") || file != null) {
                throw new IllegalArgumentException("not understood: " + given[i]);
            } else {
                file = Path.of(given[i]);
            }
        }
        if (file == null) {
            throw new IllegalArgumentException("nothing to read was named");
        }
        return new Arguments(file, values, set);
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    boolean flag(String name) {
        return flags.contains(name);
    }
}

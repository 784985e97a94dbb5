package io.stackprofile.yaml;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Kubernetes' own reader, reached through {@code kubectl} and without any cluster, where it is installed. */
final class Kubectl {
    private static final String HEAD = "apiVersion: example.org/v1\nkind: Anything\nmetadata: {name: x}\nspec:\n";

    private final Path program;

    private Kubectl(Path program) {
        this.program = program;
    }

    /** The program, or the end of the test. */
    static Kubectl require() {
        Path found = Stream.of(System.getenv().getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator)))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "kubectl"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        assumeThat(found)
                .as("kubectl is not on the PATH, so Kubernetes' own reader was not asked")
                .isNotNull();
        return new Kubectl(found);
    }

    /** A manifest whose {@code spec} is this text, which is indented already. */
    static String manifest(String spec) {
        return HEAD + spec;
    }

    /** What Kubernetes makes of the {@code spec} of {@link #manifest}. */
    JsonNode spec(String manifest) {
        try {
            Path input = Files.createTempFile("stackprofile", ".yaml");
            Path output = Files.createTempFile("stackprofile", ".json");
            try {
                Files.writeString(input, manifest);
                run(
                        List.of(program.toString(), "annotate", "--local", "-f", input.toString(), "-o", "json", "x=y"),
                        output);
                return Corpus.JSON.readTree(Files.readString(output)).get("spec");
            } finally {
                Files.delete(input);
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(List<String> command, Path output) throws IOException {
        Process process =
                new ProcessBuilder(command).redirectOutput(output.toFile()).start();
        process.getOutputStream().close();
        String problem = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new AssertionError("Kubernetes refuses what was written: " + problem);
        }
    }
}

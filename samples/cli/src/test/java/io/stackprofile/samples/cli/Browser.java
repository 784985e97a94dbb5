package io.stackprofile.samples.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A headless Chromium, where one is installed: named by {@code STACKPROFILE_BROWSER}, on the path, or Playwright's. */
final class Browser {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");

    private final Path program;

    private Browser(Path program) {
        this.program = program;
    }

    static Optional<Browser> find() throws IOException {
        List<Path> candidates = new ArrayList<>();
        Optional.ofNullable(System.getenv("STACKPROFILE_BROWSER")).map(Path::of).ifPresent(candidates::add);
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        Arrays.stream(path.split(java.io.File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .forEach(folder -> NAMES.forEach(name -> candidates.add(Path.of(folder, name))));
        Path playwright = Path.of(System.getProperty("user.home"), ".cache", "ms-playwright");
        if (Files.isDirectory(playwright)) {
            try (Stream<Path> files = Files.walk(playwright, 4)) {
                files.filter(file -> NAMES.contains(String.valueOf(file.getFileName())))
                        .forEach(candidates::add);
            }
        }
        return candidates.stream()
                .filter(Files::isRegularFile)
                .filter(Files::isExecutable)
                .findFirst()
                .map(Browser::new);
    }

    /** The page's document after it was loaded. */
    String document(Path page, Path folder) throws IOException, InterruptedException {
        return run(folder, "--dump-dom", page.toUri().toString()).out();
    }

    /** What the page wrote to the console, scripts, policies and failed loads among it. */
    List<String> console(Path page, Path folder) throws IOException, InterruptedException {
        return run(folder, "--dump-dom", page.toUri().toString())
                .err()
                .lines()
                .filter(line -> line.contains(":CONSOLE"))
                .toList();
    }

    private record Ran(String out, String err) {}

    private Ran run(Path folder, String... arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "browser", ".out");
        Path err = Files.createTempFile(folder, "browser", ".err");
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--enable-logging=stderr",
                "--user-data-dir=" + Files.createTempDirectory(folder, "browser")));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(90, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("the browser did not end");
        }
        return new Ran(
                Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.ISO_8859_1));
    }
}

package io.stackprofile.benchmarks.scale;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A stack's members as files of a Git repository, durable as Git makes them when asked to be. */
final class GitFolder {

    private final Path folder;

    private GitFolder(Path folder) {
        this.folder = folder;
    }

    /** A repository whose first commit has every member. */
    static GitFolder of(Path folder, Map<String, String> members) throws IOException, InterruptedException {
        GitFolder git = new GitFolder(Files.createDirectories(folder));
        git.run("init", "-q");
        git.run("config", "user.name", "alice");
        git.run("config", "user.email", "alice@northwind.example");
        git.run("config", "core.fsync", "all");
        git.run("config", "gc.auto", "0");
        for (Map.Entry<String, String> member : members.entrySet()) {
            git.write(member.getKey(), member.getValue());
        }
        git.run("add", "-A");
        git.run("commit", "-q", "-m", "all");
        return git;
    }

    /** Writes the changed members, adds them by name and commits. */
    void commit(Map<String, String> changed) throws IOException, InterruptedException {
        List<String> add = new ArrayList<>(List.of("add", "--"));
        for (Map.Entry<String, String> member : changed.entrySet()) {
            write(member.getKey(), member.getValue());
            add.add(member.getKey());
        }
        run(add.toArray(new String[0]));
        run("commit", "-q", "-m", "change");
    }

    /** Whether Git is there. */
    static boolean isThere() {
        try {
            new GitFolder(Path.of(".")).run("--version");
            return true;
        } catch (IOException | IllegalStateException absent) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("git " + arguments[0] + " failed: " + said);
        }
    }
}

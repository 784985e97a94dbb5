package io.stackprofile.store.jdbc;

import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The main class of another process, which tries to have a SQLite file for itself; its exit status says whether it could. */
final class AsksForTheFile {

    static final int IN_USE = 3;

    /** Where SQLite's file format puts the lock that every user of a file shares. */
    private static final long SHARED_FIRST = 0x40000002L;

    private static final long SHARED_SIZE = 510;

    private AsksForTheFile() {}

    public static void main(String[] arguments) throws Exception {
        try (FileChannel file =
                        FileChannel.open(Path.of(arguments[0]), StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = file.tryLock(SHARED_FIRST, SHARED_SIZE, false)) {
            if (lock == null) {
                System.exit(IN_USE);
            }
        }
    }

    /** Runs it to its end; its exit status. */
    static int run(Path file) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        AsksForTheFile.class.getName(),
                        file.toString())
                .inheritIO()
                .start()
                .waitFor();
    }
}

package io.stackprofile.cluster.directory;

import io.stackprofile.error.CancelledException;
import io.stackprofile.error.ClusterException;
import io.stackprofile.error.Location;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The folder of our own beside the stacks, and the lock in it that lets one writer in at a time, across processes. */
final class StateFolder {

    static final String NAME = ".stackprofile";

    private static final String STAGING = NAME + "/staging";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long PAUSE = Duration.ofMillis(5).toNanos();

    private final Folder folder;

    StateFolder(Folder folder) {
        this.folder = folder;
    }

    /** Where files are written before they become visible. */
    Path staging() {
        return folder.root().resolve(STAGING);
    }

    /** Whether anything was ever kept here. */
    boolean exists() {
        return Files.isDirectory(folder.root().resolve(NAME));
    }

    /** Runs {@code action} while no other writer runs, in this process or another. */
    <T> T locked(Supplier<T> action) {
        try {
            prepare();
            try (FileChannel channel = FileChannel.open(
                            folder.root().resolve(NAME).resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE,
                            LinkOption.NOFOLLOW_LINKS);
                    FileLock lock = acquire(channel)) {
                // Whatever lies here is left over from a writer that was killed.
                Trees.delete(staging());
                return action.get();
            }
        } catch (IOException failure) {
            throw unwritable(failure);
        }
    }

    private void prepare() throws IOException {
        for (String path : new String[] {NAME + "/lock", STAGING, NAME + "/drafts", NAME + "/stacks"}) {
            if (folder.isLinked(path)) {
                throw Refusals.linked(path);
            }
        }
        Path own = folder.root().resolve(NAME);
        if (!Files.isDirectory(own)) {
            Files.createDirectories(own);
            Files.write(own.resolve(".gitignore"), "lock\nstaging/\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    private static FileLock acquire(FileChannel channel) throws IOException {
        long started = System.nanoTime();
        while (System.nanoTime() - started < PATIENCE.toNanos()) {
            FileLock lock = attempt(channel);
            if (lock != null) {
                return lock;
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new CancelledException("waiting for another writer of the cluster's folder was interrupted");
            }
            LockSupport.parkNanos(PAUSE);
        }
        throw new ClusterException(
                "another writer has held the cluster's folder for " + PATIENCE.toSeconds() + " seconds",
                "Try again when it is done.",
                Location.file(NAME + "/lock"));
    }

    private static @Nullable FileLock attempt(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldInThisProcess) {
            return null;
        }
    }

    static ClusterException unwritable(IOException failure) {
        return new ClusterException(
                Refusals.code(failure),
                "writing to the cluster's folder failed (" + failure.getClass().getSimpleName() + ")",
                "Check that this process may write there and that the disk has room.",
                Location.unknown());
    }
}

package io.stackprofile.samples.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A lock on a file, which the system releases when the process ends, however it ends. A process loses a POSIX lock when
 * it closes any handle of the file, so a second attempt within it is refused before the file is opened.
 */
final class FolderLock implements Closeable {

    private static final Set<Path> TAKEN = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static FolderLock take(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path real = folder == null ? file : folder.toRealPath().resolve(file.getFileName());
        if (!TAKEN.add(real)) {
            throw new FolderInUseException();
        }
        @Nullable FileChannel channel = null;
        boolean taken = false;
        try {
            channel = FileChannel.open(real, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            @Nullable FileLock lock = channel.tryLock();
            if (lock == null) {
                throw new FolderInUseException();
            }
            taken = true;
            return new FolderLock(real, channel);
        } finally {
            if (!taken) {
                TAKEN.remove(real);
                if (channel != null) {
                    channel.close();
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        TAKEN.remove(file);
    }
}

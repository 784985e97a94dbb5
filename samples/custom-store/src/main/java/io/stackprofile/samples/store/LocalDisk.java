package io.stackprofile.samples.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The file system. Files are written and forced through one handle, for a system reports a failed write to the handle it
 * was made through; none of this is cut short by an interrupted thread, which would close a channel under other threads.
 */
final class LocalDisk implements Disk {

    private final Map<Path, RandomAccessFile> open = new ConcurrentHashMap<>();

    @Override
    public boolean exists(Path path) {
        return Files.exists(path);
    }

    @Override
    public List<String> list(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> String.valueOf(entry.getFileName())).toList();
        }
    }

    @Override
    public long size(Path file) throws IOException {
        @Nullable RandomAccessFile handle = open.get(file);
        return handle == null ? Files.size(file) : handle.length();
    }

    @Override
    public byte[] read(Path file, long at, int length) throws IOException {
        @Nullable RandomAccessFile handle = open.get(file);
        if (handle != null) {
            return read(handle, at, length);
        }
        try (RandomAccessFile reader = new RandomAccessFile(file.toFile(), "r")) {
            return read(reader, at, length);
        }
    }

    private static byte[] read(RandomAccessFile reader, long at, int length) throws IOException {
        synchronized (reader) {
            byte[] bytes = new byte[(int) Math.max(0, Math.min(length, reader.length() - at))];
            reader.seek(at);
            reader.readFully(bytes);
            return bytes;
        }
    }

    @Override
    public void write(Path file, long at, byte[] bytes) throws IOException {
        RandomAccessFile handle = handle(file);
        synchronized (handle) {
            handle.seek(at);
            handle.write(bytes);
        }
    }

    @Override
    public void truncate(Path file, long length) throws IOException {
        handle(file).setLength(length);
    }

    @Override
    public void forceFile(Path file) throws IOException {
        handle(file).getFD().sync();
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
        Files.createDirectory(folder);
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            while (!forced(folder)) {
                interrupted |= Thread.interrupted();
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static boolean forced(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
            return true;
        } catch (ClosedByInterruptException interrupted) {
            return false;
        }
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        closeHandle(from);
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void delete(Path file) throws IOException {
        closeHandle(file);
        Files.deleteIfExists(file);
    }

    @Override
    public Closeable lock(Path file) throws IOException {
        return FolderLock.take(file);
    }

    @Override
    public void close() throws IOException {
        for (Path file : List.copyOf(open.keySet())) {
            closeHandle(file);
        }
    }

    private RandomAccessFile handle(Path file) throws IOException {
        RandomAccessFile handle = open.get(file);
        if (handle == null) {
            handle = new RandomAccessFile(file.toFile(), "rw");
            open.put(file, handle);
        }
        return handle;
    }

    private void closeHandle(Path file) throws IOException {
        @Nullable RandomAccessFile handle = open.remove(file);
        if (handle != null) {
            handle.close();
        }
    }
}

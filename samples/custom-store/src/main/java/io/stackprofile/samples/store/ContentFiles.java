package io.stackprofile.samples.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32C;

/**
 * One file for each content of an organisation, {@code contents/HASH OF THE ORGANISATION/12/12ab...}. A file is written
 * under another name, forced, and renamed; so what has a content's name is whole.
 */
final class ContentFiles {

    private static final int FAN_OUT = 2;

    private final Disk disk;
    private final Path root;
    private final Set<Path> forcedNames = ConcurrentHashMap.newKeySet();
    private final AtomicLong names = new AtomicLong();
    private final Executor threads;

    ContentFiles(Disk disk, Path root, Executor threads) {
        this.disk = disk;
        this.root = root;
        this.threads = threads;
    }

    /** Writes files; they and their names are forced when it returns. */
    void write(String organisation, Map<String, byte[]> contents) throws IOException {
        Set<Path> folders = new LinkedHashSet<>();
        List<ForcingThreads.Step> writes = new ArrayList<>();
        for (Map.Entry<String, byte[]> content : contents.entrySet()) {
            Path file = file(organisation, content.getKey());
            Path folder = parent(file);
            prepare(folder);
            folders.add(folder);
            writes.add(() -> write(file, content.getValue()));
        }
        ForcingThreads.all(threads, writes);
        ForcingThreads.all(
                threads,
                folders.stream()
                        .<ForcingThreads.Step>map(folder -> () -> disk.forceFolder(folder))
                        .toList());
    }

    private void write(Path file, byte[] bytes) throws IOException {
        Path unfinished =
                file.resolveSibling(file.getFileName() + "." + names.incrementAndGet() + StoreFolder.UNFINISHED);
        disk.delete(unfinished);
        try {
            disk.write(unfinished, 0, bytes);
            disk.forceFile(unfinished);
            disk.rename(unfinished, file);
        } finally {
            disk.delete(unfinished);
        }
    }

    /** What a content's file must hold. */
    byte[] read(ContentRow content) throws IOException {
        Path file = file(content.organisation(), content.digest());
        byte[] bytes = disk.read(file, 0, content.length());
        if (disk.size(file) != content.length() || checksum(bytes) != content.checksum()) {
            throw new IOException("a content's file is damaged");
        }
        return bytes;
    }

    /** Whether a content's file is there in its length; one that somebody removed or cut is written when it is put again. */
    boolean isThere(ContentRow content) throws IOException {
        Path file = file(content.organisation(), content.digest());
        return disk.exists(file) && disk.size(file) == content.length();
    }

    /** The files that an organisation has, finished or not. */
    Set<Path> list(String organisation) throws IOException {
        Set<Path> files = new HashSet<>();
        Path folder = root.resolve(Hashes.hex(organisation));
        for (String fan : disk.list(folder)) {
            for (String name : disk.list(folder.resolve(fan))) {
                files.add(folder.resolve(fan).resolve(name));
            }
        }
        return files;
    }

    void delete(Path file) throws IOException {
        disk.delete(file);
    }

    Path file(String organisation, String digest) {
        String hex = digest.substring(digest.indexOf(':') + 1);
        return root.resolve(Hashes.hex(organisation))
                .resolve(hex.substring(0, FAN_OUT))
                .resolve(hex);
    }

    static int checksum(byte[] bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes);
        return (int) checksum.getValue();
    }

    /** Makes a folder and those above it. One that is there may have been left by a killed process with its name unforced. */
    private synchronized void prepare(Path folder) throws IOException {
        if (forcedNames.contains(folder)) {
            return;
        }
        Path parent = parent(folder);
        if (!folder.equals(root)) {
            prepare(parent);
        }
        if (!disk.exists(folder)) {
            disk.makeFolder(folder);
        }
        disk.forceFolder(parent);
        forcedNames.add(folder);
    }

    private static Path parent(Path path) {
        return path.resolveSibling(".").normalize();
    }
}

package io.stackprofile.samples.store;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import io.stackprofile.error.StoreException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** The folder of a store: recognised or refused before anything in it is touched, then locked for as long as it is open. */
final class StoreFolder implements Closeable {

    static final String UNFINISHED = ".new";
    private static final String LOCK = "lock";
    private static final String CONTENTS = "contents";

    private final Disk disk;
    private final Path path;
    private final Closeable lock;

    private StoreFolder(Disk disk, Path path, Closeable lock) {
        this.disk = disk;
        this.path = path;
        this.lock = lock;
    }

    static StoreFolder open(Disk disk, Path path) throws IOException {
        Path folder = path.toAbsolutePath().normalize();
        if (disk.exists(folder)) {
            requireOursOrEmpty(folder, disk.list(folder));
        } else {
            make(disk, folder);
        }
        return new StoreFolder(disk, folder, lock(disk, folder));
    }

    Path path() {
        return path;
    }

    Path contents() {
        return path.resolve(CONTENTS);
    }

    /** The journal to use, made when there is none; what was not finished when the last process ended is cleared away. */
    Path journal() throws IOException {
        List<String> names = disk.list(path);
        requireOursOrEmpty(path, names);
        for (String name : names) {
            if (name.endsWith(UNFINISHED)) {
                disk.delete(path.resolve(name));
            }
        }
        List<Integer> numbers = names.stream()
                .filter(JournalFile::isOne)
                .map(JournalFile::number)
                .sorted()
                .toList();
        return numbers.isEmpty() ? first() : last(numbers);
    }

    /** Gives a journal that was written and forced under its unfinished name the name it is looked for by. */
    void finish(Path journal) throws IOException {
        disk.rename(unfinished(journal), journal);
        disk.forceFolder(path);
    }

    /** The name of the journal after this one. */
    Path after(Path journal) {
        return path.resolve(JournalFile.name(JournalFile.number(String.valueOf(journal.getFileName())) + 1));
    }

    static Path unfinished(Path file) {
        return file.resolveSibling(file.getFileName() + UNFINISHED);
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    /** The folder's own name comes first; who made the folder may not have forced it. */
    private Path first() throws IOException {
        disk.forceFolder(path.resolveSibling(".").normalize());
        Path journal = path.resolve(JournalFile.name(1));
        disk.write(unfinished(journal), 0, JournalFile.firstLine(UUID.randomUUID()));
        disk.forceFile(unfinished(journal));
        finish(journal);
        return journal;
    }

    /** A journal is renamed to its number when it has everything the one before it had. */
    private Path last(List<Integer> numbers) throws IOException {
        int last = numbers.get(numbers.size() - 1);
        Path journal = path.resolve(JournalFile.name(last));
        JournalFile.store(disk, journal);
        disk.forceFolder(path);
        return journal;
    }

    /** Removes the journals before the one that was read whole. */
    void clearBefore(Path journal) throws IOException {
        int read = JournalFile.number(String.valueOf(journal.getFileName()));
        for (String name : disk.list(path)) {
            if (JournalFile.isOne(name) && JournalFile.number(name) < read) {
                disk.delete(path.resolve(name));
            }
        }
    }

    private static void make(Disk disk, Path folder) throws IOException {
        Path parent = folder.getParent();
        if (parent == null || !disk.exists(parent)) {
            throw new StoreException("the folder that " + folder + " is to be in does not exist", "Create it first.");
        }
        disk.makeFolder(folder);
    }

    private static void requireOursOrEmpty(Path folder, List<String> names) {
        if (names.stream().anyMatch(JournalFile::isOne)) {
            return;
        }
        if (names.contains(CONTENTS)) {
            throw new StoreException(
                    folder + " has contents and no journal; nothing was changed",
                    "Restore the folder from a backup; without its journal there is no telling what it had.");
        }
        if (!names.stream().allMatch(name -> name.equals(LOCK) || name.endsWith(UNFINISHED))) {
            throw new InvalidContentException(
                    ErrorCode.UNSUPPORTED_FORMAT,
                    "the folder has other files than a store's; nothing was changed",
                    "Name an empty folder, or one that does not exist.",
                    Location.file(folder.toString()));
        }
    }

    private static Closeable lock(Disk disk, Path folder) throws IOException {
        try {
            return disk.lock(folder.resolve(LOCK));
        } catch (FolderInUseException inUse) {
            throw new StoreException(
                    folder + " is open already, in this process or another",
                    "Close that store first, or share it: one store serves any number of engines and threads.");
        }
    }
}

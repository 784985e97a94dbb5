package io.stackprofile.samples.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The few things the store asks of a disk. What is written, made, renamed or deleted may be lost when the power fails
 * until the file or the folder was forced: a file's bytes by {@link #forceFile}, its name by {@link #forceFolder} of the
 * folder it is in. Tests record these calls, and cut the power between any two of them.
 */
interface Disk extends Closeable {

    /** Whether there is a file or folder of that name. */
    boolean exists(Path path);

    /** The names in a folder; none when the folder is missing. */
    List<String> list(Path folder) throws IOException;

    /** How long a file is, in bytes. */
    long size(Path file) throws IOException;

    /** The bytes from {@code at} on; fewer than {@code length} only at the end of the file. */
    byte[] read(Path file, long at, int length) throws IOException;

    /** Writes bytes at a place; makes the file when there is none. */
    void write(Path file, long at, byte[] bytes) throws IOException;

    /** Cuts a file to a length. */
    void truncate(Path file, long length) throws IOException;

    /** Returns when a file's bytes and length would outlive a power cut. */
    void forceFile(Path file) throws IOException;

    /** Makes a folder in one that exists. */
    void makeFolder(Path folder) throws IOException;

    /** Returns when the names in a folder would outlive a power cut. */
    void forceFolder(Path folder) throws IOException;

    /** Gives a file another name, in one step; a file that had the name is gone. */
    void rename(Path from, Path to) throws IOException;

    /** Removes a file; a missing one is no error. */
    void delete(Path file) throws IOException;

    /**
     * Takes a lock that ends with this process at the latest.
     *
     * @throws FolderInUseException when it is taken, by this process or another
     */
    Closeable lock(Path file) throws IOException;
}

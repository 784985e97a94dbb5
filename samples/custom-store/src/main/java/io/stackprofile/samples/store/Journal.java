package io.stackprofile.samples.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes changes in order and forces them to the disk, those of several threads together: while one frame is on its way,
 * what comes gathers for the next. A frame is written only when the one before it was forced, so that a power cut can
 * tear the last one alone, and damage anywhere else is known for what it is.
 */
final class Journal {

    private final Disk disk;
    private final Path file;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition finished = lock.newCondition();

    /** Where the frame that gathers will begin. */
    private long gatherFrom;

    private Gathering gathering = new Gathering();

    /** The frame being written and forced; it begins at {@link #forced}. */
    private byte @Nullable [] underWay;

    /** Up to where the file is forced. */
    private long forced;

    private boolean broken;

    /** A journal without a frame yet, as far as is known. */
    Journal(Disk disk, Path file) {
        this.disk = disk;
        this.file = file;
        this.gatherFrom = JournalFile.start();
        this.forced = JournalFile.start();
    }

    /** Goes on behind a frame that the forced file has already. */
    void passed(byte[] payload) {
        locked(() -> {
            forced += Frame.HEADER + payload.length;
            gatherFrom = forced;
            return forced;
        });
    }

    Path file() {
        return file;
    }

    /** Takes a change, as one: it will be there whole or not at all. Gives where it begins. */
    long accept(byte[] change) {
        return locked(() -> {
            long at = accepted();
            gathering.writeBytes(change);
            return at;
        });
    }

    /** Where the next change will begin; every change accepted so far ends before it. */
    long accepted() {
        return locked(() -> gatherFrom + Frame.HEADER + gathering.size());
    }

    /** Whether a write has failed. What the disk has is then known only after opening it again. */
    boolean isBroken() {
        return locked(() -> broken);
    }

    /** Bytes of a change that was accepted, whether or not it is on the disk yet. */
    byte[] read(long at, int length) throws IOException {
        if (length == 0) {
            return new byte[0];
        }
        Optional<byte[]> unforced = locked(() -> unforced(at, length));
        if (unforced.isPresent()) {
            return unforced.get();
        }
        byte[] bytes = disk.read(file, at, length);
        if (bytes.length < length) {
            throw new IOException("the journal is shorter than it was");
        }
        return bytes;
    }

    private Optional<byte[]> unforced(long at, int length) {
        if (at >= gatherFrom) {
            return Optional.of(gathering.bytes((int) (at - gatherFrom) - Frame.HEADER, length));
        }
        if (underWay != null && at >= forced) {
            int from = (int) (at - forced);
            return Optional.of(Arrays.copyOfRange(underWay, from, from + length));
        }
        return Optional.empty();
    }

    /**
     * Returns when every change accepted before {@code position} is forced. One of those who wait does it for all.
     *
     * @throws IOException when it failed, now or earlier: whether the changes will be there is not known
     */
    void force(long position) throws IOException {
        while (hasToWrite(position)) {
            write();
        }
    }

    /** Whether this thread has a frame to write; waits while another's is under way. */
    private boolean hasToWrite(long position) throws IOException {
        lock.lock();
        try {
            while (underWay != null && !broken && isPending(position)) {
                finished.awaitUninterruptibly(); // the change is under way, whatever the thread is asked meanwhile
            }
            if (!isPending(position)) {
                return false;
            }
            if (broken) {
                throw new IOException("the journal could not be written");
            }
            begin();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** A change that ends at the forced place is forced; the next one begins a header further on. */
    private boolean isPending(long position) {
        return position > forced + Frame.HEADER;
    }

    private void begin() {
        byte[] frame = Frame.of(gathering.toByteArray(), gatherFrom);
        underWay = frame;
        gatherFrom += frame.length;
        gathering = new Gathering();
    }

    private void write() throws IOException {
        boolean done = false;
        byte[] frame = frameUnderWay();
        try {
            disk.write(file, forced, frame);
            disk.forceFile(file);
            done = true;
        } finally {
            finish(done, frame.length);
        }
    }

    private byte[] frameUnderWay() {
        return locked(() -> Objects.requireNonNull(underWay));
    }

    private void finish(boolean done, int length) {
        lock.lock();
        try {
            if (done) {
                forced += length;
                underWay = null;
            } else {
                broken = true;
            }
            finished.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private <T> T locked(Supplier<T> step) {
        lock.lock();
        try {
            return step.get();
        } finally {
            lock.unlock();
        }
    }

    /** What gathers, readable in the middle. */
    private static final class Gathering extends ByteArrayOutputStream {

        byte[] bytes(int from, int length) {
            return Arrays.copyOfRange(buf, from, from + length);
        }
    }
}

package io.stackprofile.samples.store;

import io.stackprofile.error.OutcomeUnknownException;
import io.stackprofile.error.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The journal and what it comes to, under one lock. A call looks and changes under the lock, and returns when everything
 * it saw or did is forced: no caller learns of a change that a power cut could take back.
 */
final class Ledger {

    private final Disk disk;
    private final StoreFolder folder;
    private final UUID store;
    private final long slack;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private Journal journal;
    private State state;
    private long compactFrom;
    private boolean closed;
    private boolean failed;

    private Ledger(Disk disk, StoreFolder folder, Path file, long slack) throws IOException {
        this.disk = disk;
        this.folder = folder;
        this.store = JournalFile.store(disk, file);
        this.slack = slack;
        this.journal = new Journal(disk, file);
        this.state = new State(journal::read);
        Replay.run(disk, journal, state);
    }

    /**
     * Opens the folder's journal.
     *
     * @param slack how many bytes that are not needed any more the journal may have, beside as many as it needs
     */
    static Ledger open(Disk disk, StoreFolder folder, long slack) throws IOException {
        Path journal = folder.journal();
        Ledger ledger = new Ledger(disk, folder, journal, slack);
        folder.clearBefore(journal);
        return ledger;
    }

    /** Tells the store from every other. */
    UUID store() {
        return store;
    }

    /** Answers a question about one moment. */
    <T> T read(Function<State, T> question) {
        return call(lock.readLock(), () -> question.apply(state), refused -> unusable());
    }

    /** Makes a change at one moment, or none when it is refused. */
    <T> T write(Function<Transaction, T> change) {
        T done = call(
                lock.writeLock(),
                () -> commit(change),
                refused -> refused
                        ? unusable()
                        : new OutcomeUnknownException(
                                "the change was on its way to " + folder.path() + " when writing failed"));
        if (isWasteful()) {
            compactIfPossible();
        }
        return done;
    }

    private <T> T commit(Function<Transaction, T> change) {
        Transaction transaction = new Transaction(state);
        T done = change.apply(transaction);
        transaction.commit(journal);
        return done;
    }

    private <T> T call(Lock held, Supplier<T> call, Function<Boolean, RuntimeException> unforced) {
        Journal used;
        long seen;
        Outcome<T> outcome;
        held.lock();
        try {
            requireUsable();
            outcome = Outcome.of(call);
            used = journal;
            seen = used.accepted();
        } finally {
            held.unlock();
        }
        try {
            used.force(seen);
        } catch (IOException e) {
            throw unforced.apply(outcome.isRefusal());
        }
        return value(outcome);
    }

    private <T> T value(Outcome<T> outcome) {
        try {
            return outcome.get();
        } catch (UncheckedIOException e) {
            throw new StoreException(
                    "the store in " + folder.path() + " could not be read",
                    "Check that the disk and its files are there.");
        }
    }

    /** Rewrites the journal without what is not needed any more; what was deleted is then off the disk. */
    void compact() {
        lock.writeLock().lock();
        try {
            requireUsable();
            journal.force(journal.accepted());
            Path next = folder.after(journal.file());
            Compaction.run(disk, journal, state, StoreFolder.unfinished(next));
            moveTo(next);
        } catch (IOException | UncheckedIOException e) {
            throw new StoreException(
                    "the journal in " + folder.path() + " could not be rewritten; nothing was changed",
                    "Make room on the disk for a second journal.");
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** From here on it is not known which journal a power cut would leave, unless every step succeeds. */
    private void moveTo(Path next) throws IOException {
        Path earlier = journal.file();
        failed = true;
        folder.finish(next);
        Journal moved = new Journal(disk, next);
        State read = new State(moved::read);
        Replay.run(disk, moved, read);
        journal = moved;
        state = read;
        failed = false;
        disk.delete(earlier);
    }

    /** The change that made the journal wasteful is acknowledged; that there is no room to tidy up is not its failure. */
    private void compactIfPossible() {
        try {
            compact();
        } catch (StoreException noRoom) {
            putOff();
        }
    }

    private void putOff() {
        lock.writeLock().lock();
        try {
            compactFrom = journal.accepted() + slack;
        } finally {
            lock.writeLock().unlock();
        }
    }

    private boolean isWasteful() {
        lock.readLock().lock();
        try {
            long size = journal.accepted();
            return size > 2 * state.bytes() + slack && size > compactFrom;
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Forces what is under way, and refuses every later call. */
    void close() throws IOException {
        lock.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                closeFiles();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void closeFiles() throws IOException {
        try (StoreFolder locked = folder;
                Disk files = disk) {
            if (!journal.isBroken()) {
                journal.force(journal.accepted());
            }
        }
    }

    private void requireUsable() {
        if (closed) {
            throw new StoreException("the store in " + folder.path() + " is closed", "Open it again.");
        }
        if (failed || journal.isBroken()) {
            throw unusable();
        }
    }

    private StoreException unusable() {
        return new StoreException(
                "writing to " + folder.path() + " failed, and what it has is not known",
                "See to the disk, close the store and open it again.");
    }
}

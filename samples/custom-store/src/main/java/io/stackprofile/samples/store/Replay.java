package io.stackprofile.samples.store;

import io.stackprofile.error.StoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a journal from its start into a state, and cuts what a power cut tore off its end. */
final class Replay {

    private Replay() {}

    /** Fills {@code state}, which reads through {@code journal}. */
    static void run(Disk disk, Journal journal, State state) throws IOException {
        Path file = journal.file();
        disk.forceFile(file); // a killed process may have left what is written but not forced; it is about to be shown
        long at = JournalFile.start();
        Optional<byte[]> payload = Frame.at(disk, file, at);
        while (payload.isPresent()) {
            journal.passed(payload.get());
            apply(payload.get(), at + Frame.HEADER, state);
            at += Frame.HEADER + payload.get().length;
            payload = Frame.at(disk, file, at);
        }
        if (at < disk.size(file)) {
            cutTornEnd(disk, file, at);
        }
    }

    private static void apply(byte[] payload, long at, State state) throws IOException {
        ByteBuffer entries = ByteBuffer.wrap(payload);
        while (entries.hasRemaining()) {
            long begins = at + entries.position();
            Entry entry = Entry.read(entries);
            state.apply(entry, state.before(entry.key()), begins);
        }
    }

    /** Only the last frame can be torn, because none is written before the one ahead of it is forced. */
    private static void cutTornEnd(Disk disk, Path file, long at) throws IOException {
        if (Frame.anyFrom(disk, file, at + 1)) {
            throw new StoreException(
                    file + " is damaged at byte " + at + ", and changes after that are whole; nothing was changed",
                    "Check the disk, and restore the folder from a backup.");
        }
        disk.truncate(file, at);
        disk.forceFile(file);
    }
}

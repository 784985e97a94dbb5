package io.stackprofile.samples.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Writes what is still needed of a journal into another. */
final class Compaction {

    private static final int FRAME = 1 << 20;

    private final Disk disk;
    private final Path to;
    private long at;

    private Compaction(Disk disk, Path to) {
        this.disk = disk;
        this.to = to;
    }

    /** Copies every entry of {@code state} from {@code from} to the new file {@code to}, and forces it. */
    static void run(Disk disk, Journal from, State state, Path to) throws IOException {
        disk.delete(to);
        new Compaction(disk, to).copy(from, state);
    }

    private void copy(Journal from, State state) throws IOException {
        write(disk.read(from.file(), 0, JournalFile.start()));
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        for (Map.Entry<Key, Slot> entry : state.entries()) {
            Slot slot = entry.getValue();
            frame.writeBytes(from.read(slot.position() - Entry.PREFIX, Math.toIntExact(slot.bytes())));
            if (frame.size() >= FRAME) {
                write(Frame.of(frame.toByteArray(), at));
                frame.reset();
            }
        }
        if (frame.size() > 0) {
            write(Frame.of(frame.toByteArray(), at));
        }
        // An empty frame behind everything that was copied, which is forced whole before its name is there: none of it
        // can be torn, and with a frame behind it what is damaged is refused and not cut.
        write(Frame.of(new byte[0], at));
        disk.forceFile(to);
    }

    private void write(byte[] bytes) throws IOException {
        disk.write(to, at, bytes);
        at += bytes.length;
    }
}

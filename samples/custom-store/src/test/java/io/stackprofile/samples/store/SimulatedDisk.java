package io.stackprofile.samples.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A disk in memory that knows what was forced, tells every step, and loses power before a step it is told. As strict as
 * POSIX lets a disk be: a file's bytes are safe once it was forced, its name once its folder was.
 */
final class SimulatedDisk implements Disk {

    /** A file, whatever its name. */
    private static final class File {
        private byte[] written = {};
        private byte[] forced = {};

        File copy() {
            File copy = new File();
            copy.written = written;
            copy.forced = forced;
            return copy;
        }
    }

    /** The names in a folder; a folder among them has a file of its own, which stays empty. */
    private final Map<Path, Map<String, File>> names = new TreeMap<>();

    private final Map<Path, Map<String, File>> forcedNames = new TreeMap<>();
    private final List<String> steps = new ArrayList<>();
    private final Path root;
    private final String forgotten;
    private long cutBefore = Long.MAX_VALUE;
    private long taken;
    private boolean off;
    private boolean locked;

    /** A disk with one empty folder. */
    SimulatedDisk(Path root) {
        this(root, "(?!)");
    }

    /** A disk that forces nothing whose described path matches a pattern. */
    SimulatedDisk(Path root, String forgotten) {
        this.root = root;
        this.forgotten = forgotten;
        names.put(root, new TreeMap<>());
        forcedNames.put(root, new TreeMap<>());
    }

    /** Loses power instead of taking the step of that number, counted from now; the first is 1. */
    void cutBefore(long step) {
        cutBefore = step;
        taken = 0;
    }

    boolean isOff() {
        return off;
    }

    /** What was done since it was last asked, oldest first. */
    List<String> takeSteps() {
        List<String> told = List.copyOf(steps);
        steps.clear();
        return told;
    }

    /** The disk when the power is back; or as a killed process leaves it, what is unforced still unforced. */
    SimulatedDisk afterLosing(Loss loss) {
        SimulatedDisk after = new SimulatedDisk(root);
        if (loss == Loss.NOTHING) {
            Map<File, File> copies = new IdentityHashMap<>();
            names.forEach((folder, files) -> after.names.put(folder, copy(files, copies)));
            forcedNames.forEach((folder, files) -> after.forcedNames.put(folder, copy(files, copies)));
        } else {
            restore(root, loss, after);
        }
        return after;
    }

    private static Map<String, File> copy(Map<String, File> files, Map<File, File> copies) {
        Map<String, File> copy = new TreeMap<>();
        files.forEach((name, file) -> copy.put(name, copies.computeIfAbsent(file, File::copy)));
        return copy;
    }

    private void restore(Path folder, Loss loss, SimulatedDisk after) {
        Map<String, File> kept = (loss.namesStay() ? names : forcedNames).getOrDefault(folder, Map.of());
        kept.forEach((name, file) -> {
            File restored = new File();
            restored.written = loss.bytes(file.forced, file.written);
            restored.forced = restored.written.clone();
            after.names.get(folder).put(name, restored);
            after.forcedNames.get(folder).put(name, restored);
            Path path = folder.resolve(name);
            if (names.containsKey(path)) {
                after.names.put(path, new TreeMap<>());
                after.forcedNames.put(path, new TreeMap<>());
                restore(path, loss, after);
            }
        });
    }

    /** Every file's bytes, for comparison. */
    synchronized Map<Path, ByteBuffer> files() {
        Map<Path, ByteBuffer> files = new TreeMap<>();
        names.forEach((folder, entries) ->
                entries.forEach((name, file) -> files.put(folder.resolve(name), ByteBuffer.wrap(file.written))));
        return files;
    }

    @Override
    public synchronized boolean exists(Path path) {
        return names.containsKey(path)
                || names.getOrDefault(parent(path), Map.of()).containsKey(name(path));
    }

    @Override
    public synchronized List<String> list(Path folder) {
        return List.copyOf(names.getOrDefault(folder, Map.of()).keySet());
    }

    @Override
    public synchronized long size(Path file) throws IOException {
        return find(file).written.length;
    }

    @Override
    public synchronized byte[] read(Path file, long at, int length) throws IOException {
        byte[] bytes = find(file).written;
        int from = (int) Math.min(at, bytes.length);
        return Arrays.copyOfRange(bytes, from, (int) Math.min(bytes.length, at + (long) length));
    }

    @Override
    public synchronized void write(Path file, long at, byte[] bytes) throws IOException {
        boolean powered = step("write", file);
        File target = names.get(parent(file)).computeIfAbsent(name(file), name -> new File());
        byte[] written = Arrays.copyOf(target.written, (int) Math.max(target.written.length, at + bytes.length));
        System.arraycopy(bytes, 0, written, (int) at, bytes.length);
        target.written = written;
        requirePower(powered);
    }

    @Override
    public synchronized void truncate(Path file, long length) throws IOException {
        requirePower(step("truncate", file));
        find(file).written = Arrays.copyOf(find(file).written, (int) length);
    }

    @Override
    public synchronized void forceFile(Path file) throws IOException {
        requirePower(step("force", file));
        if (!described(file).matches(forgotten)) {
            find(file).forced = find(file).written.clone();
        }
    }

    @Override
    public synchronized void makeFolder(Path folder) throws IOException {
        requirePower(step("make", folder));
        names.get(parent(folder)).put(name(folder), new File());
        names.put(folder, new TreeMap<>());
    }

    @Override
    public synchronized void forceFolder(Path folder) throws IOException {
        requirePower(step("force", folder));
        if (!described(folder).matches(forgotten)) {
            forcedNames.put(folder, new TreeMap<>(names.get(folder)));
        }
    }

    @Override
    public synchronized void rename(Path from, Path to) throws IOException {
        requirePower(step("rename to", to));
        names.get(parent(to)).put(name(to), find(from));
        names.get(parent(from)).remove(name(from));
    }

    @Override
    public synchronized void delete(Path file) throws IOException {
        if (exists(file)) {
            requirePower(step("delete", file));
            names.get(parent(file)).remove(name(file));
        }
    }

    @Override
    public Closeable lock(Path file) throws IOException {
        if (locked) {
            throw new FolderInUseException();
        }
        locked = true;
        return () -> locked = false;
    }

    @Override
    public void close() {}

    /** Whether there is power for the step. A write that the cut falls into may have been under way. */
    private boolean step(String what, Path path) throws PowerCut {
        requirePower(!off);
        off = ++taken == cutBefore;
        if (!off) {
            steps.add(what + " " + described(path));
        }
        return !off;
    }

    /** The path without the hashes in it. */
    private String described(Path path) {
        return root.relativize(path)
                .toString()
                .replaceAll("[0-9a-f]{64}", "HASH")
                .replaceAll("/[0-9a-f]{2}(/|$)", "/12$1");
    }

    private static void requirePower(boolean powered) throws PowerCut {
        if (!powered) {
            throw new PowerCut();
        }
    }

    private File find(Path path) throws NoSuchFileException {
        File file = names.getOrDefault(parent(path), Map.of()).get(name(path));
        if (file == null) {
            throw new NoSuchFileException(path.toString());
        }
        return file;
    }

    private static Path parent(Path path) {
        return path.resolveSibling(".").normalize();
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}

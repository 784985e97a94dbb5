package io.stackprofile.cluster.directory;

import io.stackprofile.error.Location;
import io.stackprofile.error.OutcomeUnknownException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts new texts into a folder: all are on the disk before the first becomes visible, and each becomes visible at once.
 * To be called under the lock of {@link StateFolder}.
 */
final class FolderWriter {

    /** Makes a finished file visible, atomically. */
    @FunctionalInterface
    interface Move {
        /** Renames {@code from} to {@code to}, in place of what is there. */
        void move(Path from, Path to) throws IOException;

        /** One rename. */
        Move ATOMIC = (from, to) -> Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    private static final Logger LOG = LoggerFactory.getLogger(FolderWriter.class);

    private final Folder folder;
    private final Path staging;
    private final Move move;

    FolderWriter(Folder folder, Path staging, Move move) {
        this.folder = folder;
        this.staging = staging;
        this.move = move;
    }

    /** Writes a plan's parts, one after another. */
    void write(Plan plan) {
        if (plan.isEmpty()) {
            return;
        }
        Path place = staging.resolve(UUID.randomUUID().toString());
        List<Map<Path, Path>> steps;
        try {
            steps = List.of(
                    stage(plan.files(), place.resolve("files")),
                    stage(plan.entries(), place.resolve("entries")),
                    takeAway(plan.deletions(), place.resolve("deletions")),
                    notes(plan, place));
        } catch (IOException failure) {
            throw StateFolder.unwritable(failure);
        }
        publish(steps);
        new EmptyFolders(folder.root()).remove(plan.deletions());
        discard(place);
    }

    private Map<Path, Path> notes(Plan plan, Path place) throws IOException {
        if (plan.notes().isEmpty()) {
            return Map.of();
        }
        Plan.NotesChange notes = plan.notes().get();
        return notes.text().isPresent()
                ? stage(Map.of(notes.path(), notes.text().get()), place.resolve("notes"))
                : takeAway(Set.of(notes.path()), place.resolve("notes"));
    }

    /** Files go as they come: each at once, by a move into the place that is discarded. */
    private Map<Path, Path> takeAway(Set<String> files, Path place) throws IOException {
        Map<Path, Path> moves = new LinkedHashMap<>();
        Files.createDirectories(place);
        for (String file : files) {
            moves.put(folder.root().resolve(file), place.resolve(String.valueOf(moves.size())));
        }
        return moves;
    }

    private Map<Path, Path> stage(Map<String, String> files, Path place) throws IOException {
        Map<Path, Path> moves = new LinkedHashMap<>();
        for (Map.Entry<String, String> file : files.entrySet()) {
            Location at = Location.file(file.getKey());
            Path target = folder.root().resolve(file.getKey());
            Path staged = place.resolve(String.valueOf(moves.size()));
            Trees.write(staged, Utf8.encode(file.getValue(), at));
            copyPermissions(target, staged);
            Files.createDirectories(target.getParent());
            moves.put(staged, target);
        }
        return moves;
    }

    private static void copyPermissions(Path from, Path to) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (view != null && Files.exists(from)) {
            view.setPermissions(Files.getPosixFilePermissions(from));
        }
    }

    private void publish(List<Map<Path, Path>> steps) {
        AtomicInteger moved = new AtomicInteger();
        try {
            for (Map<Path, Path> step : steps) {
                publish(step, moved);
            }
        } catch (IOException failure) {
            if (moved.get() == 0) {
                throw StateFolder.unwritable(failure);
            }
            throw new OutcomeUnknownException("writing to the cluster's folder stopped after " + moved + " files ("
                    + failure.getClass().getSimpleName() + ")");
        }
    }

    // The disk has a step's files under their names before the next step begins.
    private void publish(Map<Path, Path> step, AtomicInteger moved) throws IOException {
        Set<Path> touched = new LinkedHashSet<>();
        for (Map.Entry<Path, Path> staged : step.entrySet()) {
            move.move(staged.getKey(), staged.getValue());
            moved.incrementAndGet();
            addFolders(staged.getKey(), touched);
            addFolders(staged.getValue(), touched);
        }
        for (Path folders : touched) {
            Trees.syncFolder(folders);
        }
    }

    // Folders on the way may be new; their own entries count too.
    private void addFolders(Path file, Set<Path> touched) {
        if (file.startsWith(staging)) {
            return;
        }
        for (Path at = file.getParent(); at != null && at.startsWith(folder.root()); at = at.getParent()) {
            touched.add(at);
        }
    }

    private static void discard(Path place) {
        try {
            Trees.delete(place);
        } catch (IOException failure) {
            // Every file is in place; what stays here is swept by the next writer.
            LOG.debug("staging folder not removed ({})", failure.getClass().getSimpleName());
        }
    }
}

package io.stackprofile.cluster.directory;

import io.stackprofile.error.Location;
import io.stackprofile.error.OutcomeUnknownException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
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

    /** Writes {@code files}, texts by path, in order. */
    void write(Map<String, String> files) {
        if (files.isEmpty()) {
            return;
        }
        Path place = staging.resolve(UUID.randomUUID().toString());
        Map<Path, Path> moves;
        try {
            moves = stage(files, place);
        } catch (IOException failure) {
            throw StateFolder.unwritable(failure);
        }
        publish(moves);
        discard(place);
    }

    private Map<Path, Path> stage(Map<String, String> files, Path place) throws IOException {
        Map<Path, Path> moves = new LinkedHashMap<>();
        for (Map.Entry<String, String> file : files.entrySet()) {
            Location at = Location.file(file.getKey());
            if (folder.isLinked(file.getKey())) {
                throw Refusals.escape(file.getKey(), at);
            }
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

    private void publish(Map<Path, Path> moves) {
        int moved = 0;
        try {
            for (Map.Entry<Path, Path> staged : moves.entrySet()) {
                move.move(staged.getKey(), staged.getValue());
                moved++;
                syncUpwards(staged.getValue());
            }
        } catch (IOException failure) {
            if (moved == 0) {
                throw StateFolder.unwritable(failure);
            }
            throw new OutcomeUnknownException("writing to the cluster's folder stopped after " + moved + " of "
                    + moves.size() + " files (" + failure.getClass().getSimpleName() + ")");
        }
    }

    // Folders on the way may be new; their own entries count too.
    private void syncUpwards(Path file) throws IOException {
        for (Path at = file.getParent(); at != null && at.startsWith(folder.root()); at = at.getParent()) {
            Trees.syncFolder(at);
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

package io.stackprofile.cluster.directory;

import io.stackprofile.StackDraftId;
import io.stackprofile.error.Location;
import io.stackprofile.spi.cluster.DraftDocument;
import io.stackprofile.spi.cluster.DraftHeading;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps drafts beside the stacks. A draft is a folder of saves, each with the record in {@code draft.document} and the
 * members as files for people, and {@code draft.yaml}, which names the save that counts. A save is finished before
 * {@code draft.yaml} is replaced, in one rename, so that a reader finds the earlier draft or the later one.
 */
final class DraftFolder {

    private static final String DRAFTS = StateFolder.NAME + "/drafts/";
    private static final String INDEX = "draft.yaml";
    private static final int ATTEMPTS = 100;

    private final Folder folder;
    private final Path staging;

    DraftFolder(Folder folder, Path staging) {
        this.folder = folder;
        this.staging = staging;
    }

    /** Writes a draft; to be called under the lock. */
    void save(DraftDocument draft) {
        UUID save = UUID.randomUUID();
        DraftIndex index = DraftIndex.of(draft, save);
        requireNoLink(DRAFTS + draft.id());
        Path place = place(draft.id());
        Path staged = staging.resolve(INDEX);
        try {
            for (Map.Entry<String, String> file : index.files().entrySet()) {
                write(place.resolve(save.toString()).resolve(file.getKey()), file.getValue());
            }
            write(staged, index.text());
            Files.move(staged, place.resolve(INDEX), StandardCopyOption.ATOMIC_MOVE);
            Trees.syncFolder(place);
            Trees.syncFolder(folder.root().resolve(DRAFTS));
            removeAllBut(place, save);
        } catch (IOException failure) {
            throw StateFolder.unwritable(failure);
        }
    }

    private static void write(Path file, String text) throws IOException {
        Trees.write(file, Utf8.encode(text, Location.file(file.getFileName().toString())));
    }

    // Earlier saves, and one that a killed process did not finish.
    private static void removeAllBut(Path place, UUID save) throws IOException {
        try (DirectoryStream<Path> saves = Files.newDirectoryStream(place, Files::isDirectory)) {
            for (Path other : saves) {
                if (!other.endsWith(save.toString())) {
                    Trees.delete(other);
                }
            }
        }
    }

    private Path place(StackDraftId id) {
        return folder.root().resolve(DRAFTS + id);
    }

    /** Removes a draft; to be called under the lock. */
    void delete(StackDraftId id) {
        requireNoLink(DRAFTS + id);
        try {
            // Gone at once; the files follow.
            Files.deleteIfExists(place(id).resolve(INDEX));
            Trees.delete(place(id));
        } catch (IOException failure) {
            throw StateFolder.unwritable(failure);
        }
    }

    /** The drafts that are kept, by id. Folders whose name is no id are not drafts. */
    List<DraftHeading> list() {
        Path drafts = folder.root().resolve(DRAFTS);
        if (!Files.isDirectory(drafts)) {
            return List.of();
        }
        requireNoLink(DRAFTS.substring(0, DRAFTS.length() - 1));
        List<DraftHeading> headings = new ArrayList<>();
        try (DirectoryStream<Path> places = Files.newDirectoryStream(drafts, Files::isDirectory)) {
            for (Path place : places) {
                id(String.valueOf(place.getFileName()))
                        .flatMap(this::find)
                        .ifPresent(draft -> headings.add(new DraftHeading(draft.id(), draft.stack())));
            }
        } catch (IOException | DirectoryIteratorException failure) {
            throw Refusals.unreadable(DRAFTS, failure);
        }
        headings.sort(Comparator.comparing(heading -> heading.id().toString()));
        return headings;
    }

    private static Optional<StackDraftId> id(String name) {
        try {
            return Optional.of(StackDraftId.of(name));
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }

    /** A draft, if it was saved. A save at the same time gives the earlier or the later one, whole. */
    Optional<DraftDocument> find(StackDraftId id) {
        try {
            return read(id, ATTEMPTS);
        } catch (IOException failure) {
            throw Refusals.unreadable(DRAFTS + id, failure);
        }
    }

    private Optional<DraftDocument> read(StackDraftId id, int attempts) throws IOException {
        Optional<String> index = index(id);
        if (index.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(DraftIndex.read(index.get(), id, (save, file) -> text(DRAFTS + id + "/" + save, file)));
        } catch (NoSuchFileException gone) {
            // Replaced while it was read; a save that is still named has lost a file.
            if (attempts == 0 || index(id).equals(index)) {
                throw gone;
            }
            return read(id, attempts - 1);
        }
    }

    private Optional<String> index(StackDraftId id) throws IOException {
        if (!Files.isRegularFile(place(id).resolve(INDEX))) {
            return Optional.empty();
        }
        try {
            return Optional.of(text(DRAFTS + id, INDEX));
        } catch (NoSuchFileException deleted) {
            return Optional.empty();
        }
    }

    /** The text of a draft's own file: whoever may change the folder must not have this process read any other. */
    private String text(String place, String file) throws IOException {
        Location at = Location.file(place);
        String path = Folder.resolve(place, file, at);
        if (!path.startsWith(place + "/")) {
            throw Refusals.escape(file, at);
        }
        requireNoLink(path);
        return Utf8.decode(Files.readAllBytes(folder.root().resolve(path)), Location.file(path));
    }

    private void requireNoLink(String path) {
        if (folder.isLinked(path)) {
            throw Refusals.linked(path);
        }
    }
}

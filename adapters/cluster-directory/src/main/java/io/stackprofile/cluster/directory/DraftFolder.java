package io.stackprofile.cluster.directory;

import io.stackprofile.StackDraftId;
import io.stackprofile.error.Location;
import io.stackprofile.spi.cluster.DraftDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps drafts beside the stacks, each a folder: the record in {@code draft.document}, the members as files for people,
 * and {@code draft.yaml} that ties them together. A draft appears, and is replaced, by renaming a finished folder.
 */
final class DraftFolder {

    private static final String DRAFTS = StateFolder.NAME + "/drafts/";
    private static final String INDEX = "draft.yaml";
    private static final String DOCUMENT = "draft.document";
    private static final int ATTEMPTS = 100;

    private final Folder folder;
    private final Path staging;

    DraftFolder(Folder folder, Path staging) {
        this.folder = folder;
        this.staging = staging;
    }

    /** Writes a draft; to be called under the lock. */
    void save(DraftDocument draft) {
        Path place = staging.resolve(UUID.randomUUID().toString());
        DraftIndex index = DraftIndex.of(draft, UUID.randomUUID().toString());
        try {
            write(place.resolve(DOCUMENT), draft.document());
            for (Map.Entry<String, String> file : index.files().entrySet()) {
                write(place.resolve(file.getKey()), file.getValue());
            }
            write(place.resolve(INDEX), index.text());
            publish(place, draft.id());
        } catch (IOException failure) {
            throw StateFolder.unwritable(failure);
        }
    }

    private static void write(Path file, String text) throws IOException {
        Trees.write(file, Utf8.encode(text, Location.file(file.getFileName().toString())));
    }

    // Between the two renames the earlier draft is still found, under its other name.
    private void publish(Path place, StackDraftId id) throws IOException {
        Path target = current(id);
        Path drafts = Files.createDirectories(folder.root().resolve(DRAFTS));
        if (Files.isDirectory(target)) {
            Trees.delete(replaced(id));
            Files.move(target, replaced(id), StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(place, target, StandardCopyOption.ATOMIC_MOVE);
        Trees.syncFolder(drafts);
        Trees.delete(replaced(id));
    }

    private Path current(StackDraftId id) {
        return folder.root().resolve(DRAFTS + id);
    }

    private Path replaced(StackDraftId id) {
        return folder.root().resolve(DRAFTS + id + ".replaced");
    }

    /** Removes a draft; to be called under the lock. */
    void delete(StackDraftId id) {
        try {
            Trees.delete(replaced(id));
            if (Files.isDirectory(current(id))) {
                // Gone at once; the files follow.
                Path place = Files.createDirectories(staging)
                        .resolve(UUID.randomUUID().toString());
                Files.move(current(id), place, StandardCopyOption.ATOMIC_MOVE);
                Trees.delete(place);
            }
        } catch (IOException failure) {
            throw StateFolder.unwritable(failure);
        }
    }

    /** A draft, if it was saved. A save at the same time gives the earlier or the later one, whole. */
    Optional<DraftDocument> find(StackDraftId id) {
        for (int attempt = 1; ; attempt++) {
            try {
                return read(id);
            } catch (NoSuchFileException moved) {
                if (attempt == ATTEMPTS) {
                    throw Refusals.unreadable(DRAFTS + id, moved);
                }
            } catch (IOException failure) {
                throw Refusals.unreadable(DRAFTS + id, failure);
            }
        }
    }

    private Optional<DraftDocument> read(StackDraftId id) throws IOException {
        Path place = Files.isDirectory(current(id)) ? current(id) : replaced(id);
        if (!Files.isDirectory(place)) {
            return Files.isDirectory(current(id)) ? read(id) : Optional.empty();
        }
        String index = text(place, INDEX);
        String document = text(place, DOCUMENT);
        DraftDocument draft = DraftIndex.read(index, id, document, file -> text(place, file));
        // The index names the save: if it is another one now, the files read were of two.
        return text(place, INDEX).equals(index) ? Optional.of(draft) : read(id);
    }

    /** The text of a draft's own file: whoever may change the folder must not have this process read any other. */
    private String text(Path place, String file) throws IOException {
        String draft = Folder.slashed(folder.root().relativize(place));
        Location at = Location.file(draft);
        String path = Folder.resolve(draft, file, at);
        if (!path.startsWith(draft + "/")) {
            throw Refusals.escape(file, at);
        }
        if (folder.isLinked(path)) {
            throw Refusals.linked(path);
        }
        return Utf8.decode(Files.readAllBytes(folder.root().resolve(path)), Location.file(path));
    }
}

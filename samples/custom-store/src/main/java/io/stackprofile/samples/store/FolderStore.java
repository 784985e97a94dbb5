package io.stackprofile.samples.store;

import io.stackprofile.error.StoreException;
import io.stackprofile.spi.store.ContentStore;
import io.stackprofile.spi.store.DraftStore;
import io.stackprofile.spi.store.HistoryStore;
import io.stackprofile.spi.store.InstantiationStore;
import io.stackprofile.spi.store.ProfileCatalogue;
import io.stackprofile.spi.store.ProfileStore;
import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.spi.store.StoreArchive;
import io.stackprofile.spi.store.SuggestionStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * A store in a folder of files. Safe for concurrent use by several engines of one process; a second process is refused.
 * An acknowledged write survives a killed process and a power cut.
 *
 * <pre>{@code
 * try (FolderStore store = FolderStore.open(Path.of("profiles"))) {
 *     store.profiles().find("acme", ProfileKey.of("platform-baseline"));
 * }
 * }</pre>
 */
public final class FolderStore implements StackProfileStore {

    private static final long SLACK = 16L << 20;

    private final Ledger ledger;
    private final FolderContents contents;

    private FolderStore(Ledger ledger, FolderContents contents) {
        this.ledger = ledger;
        this.contents = contents;
    }

    /**
     * Opens a store's folder, or makes it when there is none or it is empty. The folder must be on a local disk.
     *
     * @param folder the folder; the one it is in must exist
     * @throws StoreException when it is open already, here or in another process, is damaged, or cannot be read or
     *     written
     * @throws io.stackprofile.error.InvalidContentException with {@code UNSUPPORTED_FORMAT} for a folder of other files or
     *     of a later version; it is left as it was
     */
    public static FolderStore open(Path folder) {
        return open(new LocalDisk(), folder, SLACK, ForcingThreads.start());
    }

    /** Opens a folder of any disk, with so many unneeded bytes allowed in its journal, and these threads for contents. */
    static FolderStore open(Disk disk, Path folder, long slack, Executor threads) {
        try {
            StoreFolder locked = StoreFolder.open(disk, folder);
            try {
                Ledger ledger = Ledger.open(disk, locked, slack);
                ContentFiles files = new ContentFiles(disk, locked.contents(), threads);
                return new FolderStore(ledger, new FolderContents(ledger, files));
            } catch (IOException | RuntimeException | Error failure) {
                locked.close();
                disk.close();
                throw failure;
            }
        } catch (IOException | UncheckedIOException e) {
            throw new StoreException(
                    folder + " could not be opened as a store",
                    "Check that it is a folder that this process may write.");
        }
    }

    /** Rewrites the journal without what was deleted or replaced, which until then may still be on the disk. */
    public void compact() {
        ledger.compact();
    }

    @Override
    public ProfileStore profiles() {
        return new FolderProfiles(ledger);
    }

    @Override
    public ProfileCatalogue catalogue() {
        return new FolderCatalogue(ledger);
    }

    @Override
    public HistoryStore history() {
        return new FolderHistory(ledger);
    }

    @Override
    public ContentStore contents() {
        return contents;
    }

    @Override
    public DraftStore drafts() {
        return new FolderDrafts(ledger);
    }

    @Override
    public SuggestionStore suggestions() {
        return new FolderSuggestions(ledger);
    }

    @Override
    public InstantiationStore instantiations() {
        return new FolderInstantiations(ledger);
    }

    @Override
    public Optional<StoreArchive> archive() {
        return Optional.of(new FolderArchive(ledger, contents));
    }

    @Override
    public void close() {
        try {
            contents.close();
        } catch (IOException e) {
            throw new StoreException(
                    "closing the store's files failed", "What was acknowledged is kept; open it again.");
        }
    }
}

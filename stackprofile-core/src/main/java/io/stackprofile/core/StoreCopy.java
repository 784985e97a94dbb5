package io.stackprofile.core;

import io.stackprofile.Page;
import io.stackprofile.ProgressEvent;
import io.stackprofile.ProgressListener;
import io.stackprofile.core.internal.copy.StoreSummary;
import io.stackprofile.error.StoreException;
import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.spi.store.StoreArchive;
import io.stackprofile.spi.store.StoredItem;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * Copies everything a store holds to another store, whatever their media, and compares the two. Ids, revisions, history
 * and answers to requests stay what they are, so that an engine goes on over the copy as over the original.
 *
 * <pre>{@code
 * StoreCopyReport report = StoreCopy.of(JdbcStore.sqlite(file), JdbcStore.postgresql(dataSource)).run();
 * }</pre>
 *
 * <p>Let nobody write to either store meanwhile: what is written to the first one behind the reader is not copied, and the
 * report says so. A copy that was cut off is taken up by {@link #onto()}, which replaces what is there in another state;
 * what was deleted from the first store since stays in the second, and the report says that too. Not thread-safe.
 */
public final class StoreCopy {

    private static final String OPERATION = "copy store";

    private final StoreArchive from;
    private final StoreArchive to;
    private boolean onto;
    private ProgressListener progress = ProgressListener.NONE;

    private StoreCopy(StoreArchive from, StoreArchive to) {
        this.from = from;
        this.to = to;
    }

    /**
     * A copy yet to be run.
     *
     * @throws StoreException when one of them has no {@link StackProfileStore#archive archive}
     */
    public static StoreCopy of(StackProfileStore from, StackProfileStore to) {
        return new StoreCopy(archive(from, "from"), archive(to, "to"));
    }

    /** Takes a store to copy to that is not empty. */
    public StoreCopy onto() {
        onto = true;
        return this;
    }

    /** Tells {@code listener} how many items are read and compared; how many there will be is not known before. */
    public StoreCopy progress(ProgressListener listener) {
        progress = listener;
        return this;
    }

    /**
     * Copies, then reads both stores and compares.
     *
     * @throws StoreException when the store to copy to is not empty, or a store fails; what is copied by then stays, and
     *     {@link #onto()} goes on from there
     */
    public StoreCopyReport run() {
        if (!onto) {
            requireEmpty();
        }
        each(from, "copy", items -> {
            for (int start = 0; start < items.size(); start += StoreArchive.RESTORED_AT_ONCE) {
                to.restore(items.subList(start, Math.min(items.size(), start + StoreArchive.RESTORED_AT_ONCE)));
            }
        });
        StoreSummary original = summary(from, "compare the original");
        List<StoreCopyReport.Difference> differences = original.differences(summary(to, "compare the copy"));
        return new StoreCopyReport(original.counts(), differences);
    }

    private static StoreArchive archive(StackProfileStore store, String side) {
        return store.archive()
                .orElseThrow(() -> new StoreException(
                        "the store to copy " + side + " offers no archive of what it holds",
                        "Copy with the medium's own means, or let the store implement StackProfileStore.archive()."));
    }

    private void requireEmpty() {
        Optional<String> token = Optional.empty();
        do {
            Page<StoredItem> page = to.read(token);
            if (!page.items().isEmpty()) {
                throw new StoreException(
                        "the store to copy to is not empty",
                        "Name an empty one, or use onto() to go on with a copy that was cut off.");
            }
            token = page.next();
        } while (token.isPresent());
    }

    private StoreSummary summary(StoreArchive archive, String step) {
        StoreSummary summary = new StoreSummary();
        each(archive, step, items -> items.forEach(summary::add));
        return summary;
    }

    private void each(StoreArchive archive, String step, Consumer<List<StoredItem>> visitor) {
        IntConsumer done = count -> progress.onProgress(new ProgressEvent(OPERATION, step, count, count));
        int count = 0;
        Optional<String> token = Optional.empty();
        do {
            Page<StoredItem> page = archive.read(token);
            visitor.accept(page.items());
            count += page.items().size();
            done.accept(count);
            token = page.next();
        } while (token.isPresent());
    }
}

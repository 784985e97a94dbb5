package io.stackprofile.testkit;

import io.stackprofile.spi.store.ContentStore;
import io.stackprofile.spi.store.DraftStore;
import io.stackprofile.spi.store.HistoryStore;
import io.stackprofile.spi.store.InstantiationStore;
import io.stackprofile.spi.store.ProfileCatalogue;
import io.stackprofile.spi.store.ProfileStore;
import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.spi.store.StoreArchive;
import io.stackprofile.spi.store.SuggestionStore;
import io.stackprofile.testkit.internal.Intercepted.Call;
import io.stackprofile.testkit.internal.StoreBehind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A store in memory that keeps every clause of the SPI; for tests. Everything happens under one lock, so every method is
 * atomic. Closing it forgets nothing: {@link #reopened} gives a store over the same records, as a program that starts
 * again would open its database.
 */
public final class InMemoryStore implements StackProfileStore {

    private final InMemoryRecords records;
    private final StackProfileStore open;
    private volatile boolean closed;

    /** An empty store. */
    public InMemoryStore() {
        this(new InMemoryRecords());
    }

    private InMemoryStore(InMemoryRecords records) {
        this.records = records;
        this.open = new StoreBehind(records, this::unlessClosed);
    }

    /** Another store over the same records, open whether or not this one is; each sees at once what the other does. */
    public InMemoryStore reopened() {
        return new InMemoryStore(records);
    }

    private @Nullable Object unlessClosed(Call call) throws Throwable {
        if (closed) {
            throw Refusal.closed();
        }
        return call.proceed();
    }

    @Override
    public ProfileStore profiles() {
        return open.profiles();
    }

    @Override
    public ProfileCatalogue catalogue() {
        return open.catalogue();
    }

    @Override
    public HistoryStore history() {
        return open.history();
    }

    @Override
    public ContentStore contents() {
        return open.contents();
    }

    @Override
    public DraftStore drafts() {
        return open.drafts();
    }

    @Override
    public SuggestionStore suggestions() {
        return open.suggestions();
    }

    @Override
    public InstantiationStore instantiations() {
        return open.instantiations();
    }

    @Override
    public Optional<StoreArchive> archive() {
        return open.archive();
    }

    @Override
    public void close() {
        closed = true;
    }
}

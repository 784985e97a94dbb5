package io.stackprofile.testkit.internal;

import io.stackprofile.spi.store.ContentStore;
import io.stackprofile.spi.store.DraftStore;
import io.stackprofile.spi.store.HistoryStore;
import io.stackprofile.spi.store.InstantiationStore;
import io.stackprofile.spi.store.ProfileCatalogue;
import io.stackprofile.spi.store.ProfileStore;
import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.spi.store.StoreArchive;
import io.stackprofile.spi.store.SuggestionStore;
import io.stackprofile.testkit.internal.Intercepted.Between;
import java.util.Optional;

/** A store's roles, each behind someone else. Closing it closes the store. */
public final class StoreBehind implements StackProfileStore {

    private final StackProfileStore store;
    private final ProfileStore profiles;
    private final ProfileCatalogue catalogue;
    private final HistoryStore history;
    private final ContentStore contents;
    private final DraftStore drafts;
    private final SuggestionStore suggestions;
    private final InstantiationStore instantiations;
    private final Optional<StoreArchive> archive;

    /** Puts {@code between} before every call of every role. */
    public StoreBehind(StackProfileStore store, Between between) {
        this.store = store;
        this.profiles = Intercepted.role(ProfileStore.class, store.profiles(), between);
        this.catalogue = Intercepted.role(ProfileCatalogue.class, store.catalogue(), between);
        this.history = Intercepted.role(HistoryStore.class, store.history(), between);
        this.contents = Intercepted.role(ContentStore.class, store.contents(), between);
        this.drafts = Intercepted.role(DraftStore.class, store.drafts(), between);
        this.suggestions = Intercepted.role(SuggestionStore.class, store.suggestions(), between);
        this.instantiations = Intercepted.role(InstantiationStore.class, store.instantiations(), between);
        this.archive = store.archive().map(role -> Intercepted.role(StoreArchive.class, role, between));
    }

    @Override
    public ProfileStore profiles() {
        return profiles;
    }

    @Override
    public ProfileCatalogue catalogue() {
        return catalogue;
    }

    @Override
    public HistoryStore history() {
        return history;
    }

    @Override
    public ContentStore contents() {
        return contents;
    }

    @Override
    public DraftStore drafts() {
        return drafts;
    }

    @Override
    public SuggestionStore suggestions() {
        return suggestions;
    }

    @Override
    public InstantiationStore instantiations() {
        return instantiations;
    }

    @Override
    public Optional<StoreArchive> archive() {
        return archive;
    }

    @Override
    public void close() {
        store.close();
    }
}

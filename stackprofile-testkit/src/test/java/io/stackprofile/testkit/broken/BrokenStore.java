package io.stackprofile.testkit.broken;

import io.stackprofile.spi.store.ContentStore;
import io.stackprofile.spi.store.DraftStore;
import io.stackprofile.spi.store.HistoryStore;
import io.stackprofile.spi.store.InstantiationStore;
import io.stackprofile.spi.store.ProfileCatalogue;
import io.stackprofile.spi.store.ProfileStore;
import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.spi.store.StoreArchive;
import io.stackprofile.spi.store.SuggestionStore;
import io.stackprofile.testkit.InMemoryStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A store that is intact but for some methods.
 *
 * @param intact the store behind it
 * @param faults what it does wrong, by role and method, as in {@code DraftStore.find}
 */
record BrokenStore(StackProfileStore intact, Map<String, Fault> faults) implements StackProfileStore {

    static StackProfileStore with(String method, Fault fault) {
        return new BrokenStore(new InMemoryStore(), Map.of(method, fault));
    }

    /** Several methods of one role, whose name and a dot are the prefix. */
    static StackProfileStore with(String prefix, Map<String, Fault> faults) {
        Map<String, Fault> named = new HashMap<>();
        faults.forEach((method, fault) -> named.put(prefix + method, fault));
        return new BrokenStore(new InMemoryStore(), named);
    }

    /** Sweeps see no record: the contents lie in another store. */
    static StackProfileStore contentsApart() {
        ContentStore apart = new InMemoryStore().contents();
        Fault elsewhere = call -> call.method().invoke(apart, call.args());
        return with("ContentStore.", Map.of("putAll", elsewhere, "getAll", elsewhere, "sweep", elsewhere));
    }

    private <T> T role(Class<T> role, T target) {
        Map<String, Fault> own = new HashMap<>();
        String prefix = role.getSimpleName() + ".";
        faults.forEach((method, fault) -> {
            if (method.startsWith(prefix)) {
                own.put(method.substring(prefix.length()), fault);
            }
        });
        return own.isEmpty() ? target : Fault.faulty(role, target, own);
    }

    @Override
    public ProfileStore profiles() {
        return role(ProfileStore.class, intact.profiles());
    }

    @Override
    public ProfileCatalogue catalogue() {
        return role(ProfileCatalogue.class, intact.catalogue());
    }

    @Override
    public HistoryStore history() {
        return role(HistoryStore.class, intact.history());
    }

    @Override
    public ContentStore contents() {
        return role(ContentStore.class, intact.contents());
    }

    @Override
    public DraftStore drafts() {
        return role(DraftStore.class, intact.drafts());
    }

    @Override
    public SuggestionStore suggestions() {
        return role(SuggestionStore.class, intact.suggestions());
    }

    @Override
    public InstantiationStore instantiations() {
        return role(InstantiationStore.class, intact.instantiations());
    }

    @Override
    public Optional<StoreArchive> archive() {
        return intact.archive().map(archive -> role(StoreArchive.class, archive));
    }

    @Override
    public void close() {
        intact.close();
    }
}

package io.stackprofile.testkit.broken;

import io.stackprofile.spi.store.ContentStore;
import io.stackprofile.spi.store.DraftStore;
import io.stackprofile.spi.store.HistoryStore;
import io.stackprofile.spi.store.InstantiationStore;
import io.stackprofile.spi.store.ProfileCatalogue;
import io.stackprofile.spi.store.ProfileStore;
import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.spi.store.SuggestionStore;
import io.stackprofile.testkit.InMemoryStore;
import java.util.Map;

/** A store put together from roles, one of which may be faulty. */
record BrokenStore(
        ProfileStore profiles,
        ProfileCatalogue catalogue,
        HistoryStore history,
        ContentStore contents,
        DraftStore drafts,
        SuggestionStore suggestions,
        InstantiationStore instantiations)
        implements StackProfileStore {

    static StackProfileStore profiles(Map<String, Fault> faults) {
        InMemoryStore store = new InMemoryStore();
        ProfileStore faulty = Fault.faulty(ProfileStore.class, store.profiles(), faults);
        return new BrokenStore(
                faulty,
                store.catalogue(),
                store.history(),
                store.contents(),
                store.drafts(),
                store.suggestions(),
                store.instantiations());
    }

    static StackProfileStore catalogue(Map<String, Fault> faults) {
        InMemoryStore store = new InMemoryStore();
        ProfileCatalogue faulty = Fault.faulty(ProfileCatalogue.class, store.catalogue(), faults);
        return new BrokenStore(
                store.profiles(),
                faulty,
                store.history(),
                store.contents(),
                store.drafts(),
                store.suggestions(),
                store.instantiations());
    }

    static StackProfileStore history(Map<String, Fault> faults) {
        InMemoryStore store = new InMemoryStore();
        HistoryStore faulty = Fault.faulty(HistoryStore.class, store.history(), faults);
        return new BrokenStore(
                store.profiles(),
                store.catalogue(),
                faulty,
                store.contents(),
                store.drafts(),
                store.suggestions(),
                store.instantiations());
    }

    static StackProfileStore contents(Map<String, Fault> faults) {
        InMemoryStore store = new InMemoryStore();
        ContentStore faulty = Fault.faulty(ContentStore.class, store.contents(), faults);
        return new BrokenStore(
                store.profiles(),
                store.catalogue(),
                store.history(),
                faulty,
                store.drafts(),
                store.suggestions(),
                store.instantiations());
    }

    static StackProfileStore drafts(Map<String, Fault> faults) {
        InMemoryStore store = new InMemoryStore();
        DraftStore faulty = Fault.faulty(DraftStore.class, store.drafts(), faults);
        return new BrokenStore(
                store.profiles(),
                store.catalogue(),
                store.history(),
                store.contents(),
                faulty,
                store.suggestions(),
                store.instantiations());
    }

    static StackProfileStore suggestions(Map<String, Fault> faults) {
        InMemoryStore store = new InMemoryStore();
        SuggestionStore faulty = Fault.faulty(SuggestionStore.class, store.suggestions(), faults);
        return new BrokenStore(
                store.profiles(),
                store.catalogue(),
                store.history(),
                store.contents(),
                store.drafts(),
                faulty,
                store.instantiations());
    }

    static StackProfileStore instantiations(Map<String, Fault> faults) {
        InMemoryStore store = new InMemoryStore();
        InstantiationStore faulty = Fault.faulty(InstantiationStore.class, store.instantiations(), faults);
        return new BrokenStore(
                store.profiles(),
                store.catalogue(),
                store.history(),
                store.contents(),
                store.drafts(),
                store.suggestions(),
                faulty);
    }

    /** Sweeps see no record: the contents lie in another store. */
    static StackProfileStore contentsApart() {
        InMemoryStore store = new InMemoryStore();
        ContentStore apart = new InMemoryStore().contents();
        return new BrokenStore(
                store.profiles(),
                store.catalogue(),
                store.history(),
                apart,
                store.drafts(),
                store.suggestions(),
                store.instantiations());
    }

    @Override
    public void close() {}
}

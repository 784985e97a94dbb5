package io.stackprofile.testkit.broken;

import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.testkit.InMemoryStore;
import io.stackprofile.testkit.contract.WholeStoreContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Stores that break what a store promises as a whole. */
final class BrokenWholes {

    /** The reads an organisation makes of its own; each leaks in one store. */
    private static final List<String> READS = List.of(
            "ProfileStore.find",
            "ProfileStore.version",
            "ProfileStore.versions",
            "HistoryStore.page",
            "HistoryStore.find",
            "ContentStore.getAll",
            "DraftStore.find",
            "DraftStore.page",
            "SuggestionStore.find",
            "SuggestionStore.received",
            "InstantiationStore.find",
            "InstantiationStore.findByDraft",
            "InstantiationStore.page",
            "InstantiationStore.outdatedCount");

    private BrokenWholes() {}

    static List<Broken> all() {
        List<Broken> all = new ArrayList<>(List.of(
                one("ST-2", "it answers after it was closed", WholeFaults::neverClosed),
                one("ST-3", "a cause has the document", fault("DraftStore.create", WholeFaults::tellingCause)),
                one("ST-3", "a message has the tags", fault("ProfileStore.update", WholeFaults::tellingMessage)),
                one("ST-4", "a missing record is a failure", fault("DraftStore.update", WholeFaults::oneCode)),
                one("ST-4", "a refused deletion deletes", fault("InstantiationStore.delete", WholeFaults::removeFirst)),
                reopened("ST-5", "the last write was not forced to the medium", 1),
                reopened("ST-5", "nothing was forced to the medium", Integer.MAX_VALUE),
                beside(
                        "a second store caches what it read",
                        store ->
                                new BrokenStore(store.reopened(), Map.of("ProfileStore.find", WholeFaults.ownCache()))),
                beside("a second store has a medium of its own", store -> new InMemoryStore()),
                beside(
                        "conditions are checked in one process only",
                        store -> new BrokenStore(
                                store.reopened(), Map.of("ProfileStore.update", StoreFaults.lostUpdate()))),
                one(
                        "ST-7",
                        "a call keeps a thousand contents",
                        fault("ContentStore.putAll", WholeFaults::aThousandAtMost)),
                one(
                        "ST-7",
                        "names are compared by their beginning",
                        fault("ProfileStore.find", WholeFaults::cutNames))));
        READS.forEach(read -> all.add(one("ST-8", read + " leaks to other tenants", fault(read, WholeFaults::asAcme))));
        all.add(one("ST-8", "deletion reaches other tenants", fault("DraftStore.delete", WholeFaults::asAcme)));
        all.add(one("ST-8", "tokens are for anyone", fault("DraftStore.page", PageFaults::anyToken)));
        return all;
    }

    private static Supplier<StackProfileStore> fault(String method, Supplier<Fault> fault) {
        return () -> BrokenStore.with(method, fault.get());
    }

    private static Broken one(String clause, String fault, Supplier<StackProfileStore> store) {
        return new Broken(clause, fault, () -> new WholeStoreContract() {
            @Override
            protected StackProfileStore openStore() {
                return store.get();
            }
        });
    }

    private static Broken reopened(String clause, String fault, int forgotten) {
        return new Broken(clause, fault, () -> new WholeStoreContract() {
            private ForgetfulMedium medium = new ForgetfulMedium(forgotten);

            @Override
            protected StackProfileStore openStore() {
                medium = new ForgetfulMedium(forgotten);
                return medium.open();
            }

            @Override
            protected Optional<StackProfileStore> reopenStore() {
                return Optional.of(medium.reopen());
            }
        });
    }

    private static Broken beside(String fault, Function<InMemoryStore, StackProfileStore> second) {
        return new Broken("ST-6", fault, () -> new WholeStoreContract() {
            private InMemoryStore opened = new InMemoryStore();

            @Override
            protected StackProfileStore openStore() {
                opened = new InMemoryStore();
                return opened;
            }

            @Override
            protected Optional<StackProfileStore> reopenStore() {
                return Optional.of(second.apply(opened));
            }
        });
    }
}

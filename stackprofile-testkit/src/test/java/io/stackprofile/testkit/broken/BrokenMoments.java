package io.stackprofile.testkit.broken;

import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.testkit.contract.ContentStoreContract;
import io.stackprofile.testkit.contract.InstantiationStoreContract;
import io.stackprofile.testkit.contract.ProfileStoreContract;
import io.stackprofile.testkit.contract.WholeStoreContract;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Stores that go wrong only while calls overlap. */
final class BrokenMoments {

    private BrokenMoments() {}

    static List<Broken> all() {
        return List.of(
                whole(
                        "an update looks, then writes",
                        "drafts",
                        () -> BrokenStore.with("DraftStore.update", MomentFaults.lookThenUpdateDraft())),
                whole(
                        "an append writes in two steps",
                        "profiles",
                        () -> BrokenStore.with("ProfileStore.", MomentFaults.appendInTwoSteps())),
                whole(
                        "a find is stale",
                        "profiles",
                        () -> BrokenStore.with("ProfileStore.find", MomentFaults.staleReads())),
                whole(
                        "an instance is counted afterwards",
                        "instances",
                        () -> BrokenStore.with("InstantiationStore.", MomentFaults.countsAfterwards())),
                profiles("PS-11", "a create overlooks its id", Map.of("create", StoreFaults.lostUpdate())),
                profiles(
                        "PS-12",
                        "a deletion overlooks what came between",
                        Map.of("delete", MomentFaults.deleteWhateverTheRevision())),
                new Broken("CS-5", "a sweep goes by what was old when it began", () -> new ContentStoreContract() {
                    @Override
                    protected StackProfileStore openStore() {
                        return BrokenStore.with("ContentStore.sweep", MomentFaults.sweepWhatWasOld());
                    }
                }),
                new Broken("IS-8", "a refused deletion is counted", () -> new InstantiationStoreContract() {
                    @Override
                    protected StackProfileStore openStore() {
                        return BrokenStore.with("InstantiationStore.", MomentFaults.countRefusedDeletions());
                    }
                }));
    }

    private static Broken whole(String fault, String tests, Supplier<StackProfileStore> store) {
        Supplier<?> contract = () -> new WholeStoreContract() {
            @Override
            protected StackProfileStore openStore() {
                return store.get();
            }

            /** A fault ends the search; a busy machine must not end it before. */
            @Override
            protected Duration searchFor() {
                return Duration.ofSeconds(20);
            }
        };
        return new Broken("ST-1", fault, contract, tests);
    }

    private static Broken profiles(String clause, String fault, Map<String, Fault> faults) {
        return new Broken(clause, fault, () -> new ProfileStoreContract() {
            @Override
            protected StackProfileStore openStore() {
                return BrokenStore.with("ProfileStore.", faults);
            }
        });
    }
}

package io.stackprofile.testkit.broken;

import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.testkit.contract.StoreArchiveContract;
import java.util.List;
import java.util.function.Supplier;

/** Stores that are copied wrongly. */
final class BrokenArchives {

    private BrokenArchives() {}

    static List<Broken> all() {
        return List.of(
                archive("SA-1", "answers are forgotten", "read", ArchiveFaults::withoutAnswers),
                archive("SA-2", "newest first", "read", ArchiveFaults::backwards),
                archive("SA-3", "items are restored one by one", "restore", ArchiveFaults::oneByOne),
                archive("SA-4", "what is there is kept", "restore", ArchiveFaults::onlyOnce),
                archive("SA-5", "takes any token", "read", ArchiveFaults::anyToken));
    }

    private static Broken archive(String clause, String fault, String method, Supplier<Fault> broken) {
        return new Broken(clause, fault, () -> new StoreArchiveContract() {
            @Override
            protected StackProfileStore openStore() {
                return BrokenStore.with("StoreArchive." + method, broken.get());
            }
        });
    }
}

package io.stackprofile.samples.store;

import static io.stackprofile.samples.store.SampleRecords.NOON;
import static io.stackprofile.samples.store.SampleRecords.draft;
import static io.stackprofile.samples.store.SampleRecords.instance;
import static io.stackprofile.samples.store.SampleRecords.profile;
import static io.stackprofile.samples.store.SampleRecords.suggestion;
import static io.stackprofile.samples.store.SampleRecords.version;

import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.spi.store.HistoryRecord;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.spi.store.StoredItem;
import java.util.List;

/** One item of every kind, as a copy restores them. */
final class RestoredItems {

    private RestoredItems() {}

    static void write(StackProfileStore store) {
        store.archive().orElseThrow().restore(all());
    }

    static List<StoredItem> all() {
        ProfileRecord profile = profile(4, "acme", "moved ✓", 2, 2);
        return List.of(
                new StoredItem.Text("globex", Script.digest(2), Script.TEXTS.get(2), NOON),
                new StoredItem.Profile(profile),
                new StoredItem.Version("acme", profile.id(), version(1, "{4}")),
                new StoredItem.Version("acme", profile.id(), version(2, "{4, 2}")),
                new StoredItem.Answer("k4", profile(4, "acme", "before", 1, 1)),
                new StoredItem.History(HistoryRecord.of(profile)),
                new StoredItem.Draft(draft(4, "globex", 3, "a draft ✓", Script.digest(2))),
                new StoredItem.Suggestion(suggestion(4, 4, 2, "a proposal")),
                new StoredItem.Instance(instance(4, 4, 2, 1, InstantiationStatus.DEPLOYED)));
    }
}

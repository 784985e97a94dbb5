package io.stackprofile.testkit.contract;

import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stackprofile.PageRequest;
import io.stackprofile.ProfileId;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.spi.store.DraftRecord;
import io.stackprofile.spi.store.InstantiationRecord;
import io.stackprofile.spi.store.ProfileKey;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.spi.store.StoreArchive;
import io.stackprofile.spi.store.StoredItem;
import io.stackprofile.testkit.InMemoryStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Proves a {@link StoreArchive}: what is read of it and restored in another store is the same store. */
public abstract class StoreArchiveContract extends StoreContract {

    private final StackProfileStore other = new InMemoryStore();

    /** For subclasses. */
    protected StoreArchiveContract() {}

    /** A store without an archive has nothing to prove here, and says so. */
    @Override
    @BeforeEach
    public void open() {
        super.open();
        assumeTrue(store().archive().isPresent(), "the store says that it cannot be copied (archive() is empty)");
    }

    private StoreArchive archive() {
        return store().archive().orElseThrow();
    }

    private static List<StoredItem> everything(StackProfileStore store) {
        StoreArchive archive = store.archive().orElseThrow();
        List<StoredItem> items = new ArrayList<>();
        Optional<String> token = Optional.empty();
        do {
            var page = archive.read(token);
            items.addAll(page.items());
            token = page.next();
        } while (token.isPresent());
        return items;
    }

    private static void restore(List<StoredItem> items, StackProfileStore into) {
        for (int start = 0; start < items.size(); start += StoreArchive.RESTORED_AT_ONCE) {
            into.archive()
                    .orElseThrow()
                    .restore(items.subList(start, Math.min(items.size(), start + StoreArchive.RESTORED_AT_ONCE)));
        }
    }

    @Test
    @Clause("SA-1")
    public void required_SA1_everythingIsReadOnce() {
        StoredContent.write(store(), records);
        List<StoredItem> read = everything(store());
        StoredContent.write(other, new Records());
        assertEquals(
                Set.copyOf(everything(other)),
                Set.copyOf(read),
                "[SA-1] a profile, two versions and their deprecation, answers, history (of a deleted profile too), texts,"
                        + " drafts, suggestions and instances of two organisations come out of read as they were written");
        assertEquals(read.size(), new HashSet<>(read).size(), "[SA-1] no item is read twice");
    }

    @Test
    @Clause("SA-1")
    public void required_SA1_whatIsThereThroughoutIsNotMissed() {
        Set<StoredItem> there = new HashSet<>();
        for (int i = 0; i < 300; i++) {
            DraftRecord draft = records.draft(i % 2 == 0 ? ACME : GLOBEX);
            store().drafts().create(draft);
            there.add(new StoredItem.Draft(draft));
        }
        Set<StoredItem> read = new HashSet<>();
        Optional<String> token = Optional.empty();
        do {
            var page = archive().read(token);
            read.addAll(page.items());
            token = page.next();
            DraftRecord between = records.draft(ACME);
            store().drafts().create(between);
            store().drafts().delete(ACME, between.id());
        } while (token.isPresent());
        assertTrue(read.containsAll(there), "[SA-1] entries that come and go between pages hide none that stay");
    }

    @Test
    @Clause("SA-2")
    public void required_SA2_profilesComeBeforeTheirVersionsAndTheseAscend() {
        StoredContent.write(store(), records);
        Map<ProfileId, Integer> last = new HashMap<>();
        for (StoredItem item : everything(store())) {
            if (item instanceof StoredItem.Profile profile) {
                last.put(profile.profile().id(), 0);
            } else if (item instanceof StoredItem.Version version) {
                int number = version.version().header().number();
                assertEquals(
                        Optional.of(number - 1),
                        Optional.ofNullable(last.put(version.profile(), number)),
                        "[SA-2] what comes before version " + number + ": its profile, and every lower version");
            }
        }
        assertTrue(last.containsValue(2), "[SA-2] a profile of two versions is read");
    }

    @Test
    @Clause("SA-3")
    public void required_SA3_whatIsRestoredIsTheSameStore() {
        StoredContent.write(other, records);
        List<StoredItem> items = everything(other);
        restore(items, store());
        assertEquals(Set.copyOf(items), Set.copyOf(everything(store())), "[SA-3] what was restored is read again");
        StoredContent.assertReadAlike(other, store(), items);
    }

    @Test
    @Clause("SA-3")
    public void required_SA3_aRestoredRequestIsAnsweredAsItWas() {
        ProfileRecord profile = records.profile(Traits.of(ACME, "platform"));
        ProfileRecord answered = other.profiles().create("key", profile, records.version(1));
        restore(everything(other), store());
        ProfileRecord again = records.profile(Traits.of(ACME, "platform"));
        assertEquals(
                answered,
                store().profiles().create("key", again, records.version(1)),
                "[SA-3] a repeat of a request that the other store answered gets that answer");
    }

    @Test
    @Clause("SA-3")
    public void required_SA3_whatIsRestoredIsWrittenOn() {
        ProfileRecord profile = records.profile(Traits.of(ACME, "platform"));
        other.profiles().create("key", profile, records.version(1));
        InstantiationRecord instance = records.instance(ACME, profile.id(), 1, InstantiationStatus.DEPLOYED);
        other.instantiations().create(instance);
        restore(everything(other), store());
        ProfileRecord appended = records.appended(profile);
        store().profiles().append("next", 1, appended, records.version(2));
        store().instantiations().update(1, records.changed(instance, 2, InstantiationStatus.DEPLOYED));
        assertEquals(
                Optional.of(records.version(2)),
                store().profiles().version(ACME, profile.id(), 2),
                "[SA-3] a version appended to a restored profile is there");
        assertEquals(
                Optional.of(records.version(1)),
                store().profiles().version(ACME, profile.id(), 1),
                "[SA-3] a restored version stays when another is appended");
        assertEquals(
                0,
                store().instantiations().outdatedCount(ACME, profile.id(), 2),
                "[SA-3] counts move on from what was restored");
        assertEquals(
                2,
                store().history()
                        .page(ACME, profile.id(), PageRequest.first())
                        .items()
                        .size());
    }

    @Test
    @Clause("SA-3")
    public void required_SA3_aRefusedRestoreStoresNothing() {
        DraftRecord draft = records.draft(ACME);
        ProfileId missing = new ProfileId(records.nextId());
        assertFails(
                ErrorCode.NOT_FOUND,
                () -> archive()
                        .restore(List.of(
                                new StoredItem.Draft(draft),
                                new StoredItem.Version(ACME, missing, records.version(1)))),
                "[SA-3] a version without its profile is refused");
        assertEquals(
                Optional.empty(),
                store().drafts().find(ACME, draft.id()),
                "[SA-3] nothing of a refused restore is stored");
        store().profiles().create("key", records.profile(Traits.of(ACME, "platform")), records.version(1));
        ProfileRecord namesake = records.profile(Traits.of(ACME, "platform"));
        assertFails(
                ErrorCode.NAME_TAKEN,
                () -> archive().restore(List.of(new StoredItem.Draft(draft), new StoredItem.Profile(namesake))),
                "[SA-3] a profile whose name another one has is refused");
        assertEquals(
                Optional.empty(),
                store().drafts().find(ACME, draft.id()),
                "[SA-3] nothing of a refused restore is stored");
    }

    @Test
    @Clause("SA-4")
    public void required_SA4_aRepeatChangesNothing() {
        StoredContent.write(other, records);
        List<StoredItem> items = everything(other);
        restore(items, store());
        restore(items, store());
        List<StoredItem> read = everything(store());
        assertEquals(items.size(), read.size(), "[SA-4] restoring twice stores once");
        assertEquals(Set.copyOf(items), Set.copyOf(read), "[SA-4] restoring twice changes nothing");
        StoredContent.assertReadAlike(other, store(), items);
    }

    @Test
    @Clause("SA-4")
    public void required_SA4_anItemInAnotherStateIsReplaced() {
        ProfileRecord profile = records.profile(Traits.of(ACME, "platform"));
        other.profiles().create("key", profile, records.version(1));
        InstantiationRecord instance = records.instance(ACME, profile.id(), 1, InstantiationStatus.DEPLOYED);
        other.instantiations().create(instance);
        restore(everything(other), store());
        ProfileRecord renamed = records.changed(profile, Traits.of(ACME, "platform-next"));
        other.profiles().update(1, renamed);
        other.instantiations().update(1, records.changed(instance, 1, InstantiationStatus.SUPERSEDED));
        List<StoredItem> items = everything(other);
        restore(items, store());
        assertEquals(Set.copyOf(items), Set.copyOf(everything(store())), "[SA-4] the later state replaces the earlier");
        assertEquals(
                Optional.empty(),
                store().profiles().find(ACME, ProfileKey.of("platform")),
                "[SA-4] a replaced profile is not found by its earlier name");
        StoredContent.assertReadAlike(other, store(), items);
    }

    @Test
    @Clause("SA-5")
    public void required_SA5_aTokenOfAnotherStoreIsRefused() {
        for (int i = 0; i < 300; i++) {
            other.drafts().create(records.draft(ACME));
        }
        String foreign =
                other.archive().orElseThrow().read(Optional.empty()).next().orElseThrow();
        assertFails(
                ErrorCode.INVALID_REQUEST,
                () -> archive().read(Optional.of(foreign)),
                "[SA-5] another store's token is refused");
        assertFails(
                ErrorCode.INVALID_REQUEST,
                () -> archive().read(Optional.of("not a token")),
                "[SA-5] what is no token is refused");
    }
}

package io.stackprofile.testkit;

import io.stackprofile.Page;
import io.stackprofile.PageRequest;
import io.stackprofile.ProfileId;
import io.stackprofile.spi.store.HistoryRecord;
import io.stackprofile.spi.store.HistoryStore;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.spi.store.StoredItem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

/** What happened to profiles, in memory. */
final class InMemoryHistory implements HistoryStore {

    private record OwnedProfile(String organisation, ProfileId profile) {}

    private final Object lock;
    private final KeysetPages pages;
    private final Map<OwnedProfile, NavigableMap<UUID, HistoryRecord>> entries = new HashMap<>();

    InMemoryHistory(Object lock, KeysetPages pages) {
        this.lock = lock;
        this.pages = pages;
    }

    /** Keeps the change that made a revision; called under the lock, with the change itself. */
    void add(ProfileRecord written) {
        restore(HistoryRecord.of(written));
    }

    @Override
    public Page<HistoryRecord> page(String organisation, ProfileId profile, PageRequest request) {
        List<String> listing = List.of("history", organisation, profile.toString());
        synchronized (lock) {
            return pages.page(of(organisation, profile), listing, entry -> true, request);
        }
    }

    @Override
    public Optional<HistoryRecord> find(String organisation, ProfileId profile, long revision) {
        synchronized (lock) {
            return Optional.ofNullable(of(organisation, profile).get(key(revision)));
        }
    }

    /** Gives every entry. */
    void each(Consumer<StoredItem> visitor) {
        entries.values().forEach(of -> of.values().forEach(entry -> visitor.accept(new StoredItem.History(entry))));
    }

    /** Keeps an entry as it is. */
    void restore(HistoryRecord entry) {
        entries.computeIfAbsent(
                        new OwnedProfile(entry.organisation(), entry.profileId()),
                        profile -> new TreeMap<>(KeysetPages.NEWEST_FIRST))
                .put(key(entry.revision()), entry);
    }

    private NavigableMap<UUID, HistoryRecord> of(String organisation, ProfileId profile) {
        return entries.getOrDefault(new OwnedProfile(organisation, profile), new TreeMap<>(KeysetPages.NEWEST_FIRST));
    }

    /** Revisions as ids, whose order is theirs. */
    private static UUID key(long revision) {
        return new UUID(0, revision);
    }
}

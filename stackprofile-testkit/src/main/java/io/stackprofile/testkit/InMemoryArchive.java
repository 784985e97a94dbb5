package io.stackprofile.testkit;

import io.stackprofile.Page;
import io.stackprofile.PageRequest;
import io.stackprofile.spi.store.StoreArchive;
import io.stackprofile.spi.store.StoredItem;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

/** Everything a store in memory holds, under the store's lock. */
record InMemoryArchive(
        Object lock,
        KeysetPages pages,
        InMemoryProfiles profiles,
        InMemoryHistory history,
        InMemoryContents contents,
        InMemoryDrafts drafts,
        InMemorySuggestions suggestions,
        InMemoryInstantiations instantiations)
        implements StoreArchive {

    @Override
    public Page<StoredItem> read(Optional<String> token) {
        synchronized (lock) {
            NavigableMap<UUID, StoredItem> all = new TreeMap<>();
            each(item -> all.put(place(item), item));
            return pages.page(all, List.of("archive"), item -> true, new PageRequest(100, token));
        }
    }

    @Override
    public void restore(List<StoredItem> items) {
        synchronized (lock) {
            profiles.requireRestorable(items);
            items.forEach(this::restore);
        }
    }

    private void each(Consumer<StoredItem> visitor) {
        contents.each(visitor);
        profiles.each(visitor);
        history.each(visitor);
        drafts.each(visitor);
        suggestions.each(visitor);
        instantiations.each(visitor);
    }

    private void restore(StoredItem item) {
        if (item instanceof StoredItem.Text text) {
            contents.restore(text);
        } else if (item instanceof StoredItem.Profile profile) {
            profiles.restore(profile.profile());
        } else if (item instanceof StoredItem.Version version) {
            profiles.restore(version);
        } else if (item instanceof StoredItem.Answer answer) {
            profiles.restore(answer);
        } else if (item instanceof StoredItem.History entry) {
            history.restore(entry.entry());
        } else if (item instanceof StoredItem.Draft draft) {
            drafts.restore(draft.draft());
        } else if (item instanceof StoredItem.Suggestion suggestion) {
            suggestions.restore(suggestion.suggestion());
        } else if (item instanceof StoredItem.Instance instance) {
            instantiations.restore(instance.instance());
        }
    }

    /** Where an item stands in the order of reading: by kind, and the versions of a profile by number. */
    private static UUID place(StoredItem item) {
        if (item instanceof StoredItem.Text text) {
            return place(0, 0, text.organisation(), text.digest().text());
        } else if (item instanceof StoredItem.Profile profile) {
            return place(1, 0, profile.profile().id().toString());
        } else if (item instanceof StoredItem.Version version) {
            return place(
                    2, version.version().header().number(), version.profile().toString());
        } else if (item instanceof StoredItem.Answer answer) {
            return place(3, 0, answer.organisation(), answer.requestKey());
        } else if (item instanceof StoredItem.History entry) {
            return place(4, entry.entry().revision(), entry.entry().profileId().toString());
        } else if (item instanceof StoredItem.Draft draft) {
            return place(5, 0, draft.organisation(), draft.draft().id().toString());
        } else if (item instanceof StoredItem.Suggestion suggestion) {
            return place(6, 0, suggestion.suggestion().id().toString());
        }
        StoredItem.Instance instance = (StoredItem.Instance) item;
        return place(7, 0, instance.organisation(), instance.instance().id().toString());
    }

    private static UUID place(long kind, long number, String... key) {
        String digest = TextDigest.of(List.of(key)).text();
        int digits = digest.length() - 32;
        long high = Long.parseUnsignedLong(digest.substring(digits, digits + 15), 16);
        long low = Long.parseUnsignedLong(digest.substring(digits + 15, digits + 30), 16);
        return new UUID(kind << 60 | high, number == 0 ? low : number);
    }
}

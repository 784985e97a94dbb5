package io.stackprofile.testkit;

import io.stackprofile.Digest;
import io.stackprofile.spi.store.ContentStore;
import io.stackprofile.spi.store.StoredItem;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Members' texts in memory. */
final class InMemoryContents implements ContentStore {

    private record Kept(String text, Instant lastPut) {

        Kept refreshed(Instant now) {
            return now.isAfter(lastPut) ? new Kept(text, now) : this;
        }
    }

    private final Object lock;
    private final Function<String, Set<Digest>> referenced;
    private final Map<String, Map<Digest, Kept>> byOrganisation = new HashMap<>();

    /**
     * Shares the store's lock.
     *
     * @param referenced every digest an organisation's records refer to; called under the lock
     */
    InMemoryContents(Object lock, Function<String, Set<Digest>> referenced) {
        this.lock = lock;
        this.referenced = referenced;
    }

    @Override
    public void putAll(String organisation, Map<Digest, String> contents, Instant now) {
        synchronized (lock) {
            Map<Digest, Kept> kept = of(organisation);
            contents.forEach((digest, text) ->
                    kept.merge(digest, new Kept(text, now), (earlier, again) -> earlier.refreshed(now)));
        }
    }

    @Override
    public Map<Digest, String> getAll(String organisation, Collection<Digest> digests) {
        synchronized (lock) {
            Map<Digest, Kept> kept = of(organisation);
            Map<Digest, String> found = new LinkedHashMap<>();
            for (Digest digest : digests) {
                Kept content = kept.get(digest);
                if (content != null) {
                    found.put(digest, content.text());
                }
            }
            return found;
        }
    }

    @Override
    public long sweep(String organisation, Instant before) {
        synchronized (lock) {
            Map<Digest, Kept> kept = of(organisation);
            Set<Digest> needed = referenced.apply(organisation);
            int size = kept.size();
            kept.entrySet()
                    .removeIf(entry -> !needed.contains(entry.getKey())
                            && entry.getValue().lastPut().isBefore(before));
            return (long) size - kept.size();
        }
    }

    /** Gives every text. */
    void each(Consumer<StoredItem> visitor) {
        byOrganisation.forEach((organisation, texts) -> texts.forEach((digest, kept) ->
                visitor.accept(new StoredItem.Text(organisation, digest, kept.text(), kept.lastPut()))));
    }

    /** Keeps a text as it is. */
    void restore(StoredItem.Text item) {
        of(item.organisation()).put(item.digest(), new Kept(item.text(), item.lastPut()));
    }

    private Map<Digest, Kept> of(String organisation) {
        return byOrganisation.computeIfAbsent(organisation, name -> new HashMap<>());
    }
}

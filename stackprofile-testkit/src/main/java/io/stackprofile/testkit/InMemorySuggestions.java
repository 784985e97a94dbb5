package io.stackprofile.testkit;

import io.stackprofile.Digest;
import io.stackprofile.Page;
import io.stackprofile.PageRequest;
import io.stackprofile.ProfileId;
import io.stackprofile.SuggestionId;
import io.stackprofile.spi.store.StoredItem;
import io.stackprofile.spi.store.SuggestionRecord;
import io.stackprofile.spi.store.SuggestionStore;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

/** Suggestions in memory. */
final class InMemorySuggestions implements SuggestionStore {

    private final Object lock;
    private final KeysetPages pages;
    private final NavigableMap<UUID, SuggestionRecord> suggestions = new TreeMap<>(KeysetPages.NEWEST_FIRST);

    InMemorySuggestions(Object lock, KeysetPages pages) {
        this.lock = lock;
        this.pages = pages;
    }

    @Override
    public void create(SuggestionRecord suggestion) {
        if (suggestion.revision() != 1) {
            throw new IllegalArgumentException("a new suggestion has revision 1");
        }
        synchronized (lock) {
            if (suggestions.putIfAbsent(suggestion.id().value(), suggestion) != null) {
                throw Refusal.exists("suggestion " + suggestion.id());
            }
        }
    }

    @Override
    public void update(long expectedRevision, SuggestionRecord changed) {
        if (changed.revision() != expectedRevision + 1) {
            throw new IllegalArgumentException("a changed suggestion carries the next revision");
        }
        synchronized (lock) {
            SuggestionRecord current = find(changed.organisation(), changed.id())
                    .filter(found -> found.owner().equals(changed.owner()))
                    .orElseThrow(() -> Refusal.missing("suggestion " + changed.id()));
            if (current.revision() != expectedRevision) {
                throw Refusal.stale("suggestion " + changed.id(), expectedRevision, current.revision());
            }
            suggestions.put(changed.id().value(), changed);
        }
    }

    @Override
    public Optional<SuggestionRecord> find(String organisation, SuggestionId id) {
        synchronized (lock) {
            return Optional.ofNullable(suggestions.get(id.value()))
                    .filter(found -> found.organisation().equals(organisation)
                            || found.owner().equals(organisation));
        }
    }

    @Override
    public Page<SuggestionRecord> received(String owner, ProfileId profile, PageRequest request) {
        List<String> listing = List.of("received", owner, profile.toString());
        synchronized (lock) {
            return pages.page(
                    suggestions,
                    listing,
                    found -> found.owner().equals(owner) && found.profileId().equals(profile),
                    request);
        }
    }

    @Override
    public Page<SuggestionRecord> sent(String organisation, PageRequest request) {
        synchronized (lock) {
            return pages.page(
                    suggestions,
                    List.of("sent", organisation),
                    found -> found.organisation().equals(organisation),
                    request);
        }
    }

    /** Removes what was suggested to a profile; called under the lock, with the profile's deletion. */
    void deleteOf(ProfileId profile) {
        suggestions.values().removeIf(found -> found.profileId().equals(profile));
    }

    /** Adds every digest that suggestions to the organisation refer to. */
    void collectContents(String organisation, Collection<Digest> into) {
        suggestions.values().stream()
                .filter(found -> found.owner().equals(organisation))
                .forEach(found -> into.addAll(found.contents()));
    }

    /** Gives every suggestion. */
    void each(Consumer<StoredItem> visitor) {
        suggestions.values().forEach(suggestion -> visitor.accept(new StoredItem.Suggestion(suggestion)));
    }

    /** Keeps a suggestion as it is. */
    void restore(SuggestionRecord suggestion) {
        suggestions.put(suggestion.id().value(), suggestion);
    }
}

package io.stackprofile.testkit;

import io.stackprofile.Digest;
import io.stackprofile.spi.store.ContentStore;
import io.stackprofile.spi.store.DraftStore;
import io.stackprofile.spi.store.HistoryStore;
import io.stackprofile.spi.store.InstantiationStore;
import io.stackprofile.spi.store.ProfileCatalogue;
import io.stackprofile.spi.store.ProfileStore;
import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.spi.store.StoreArchive;
import io.stackprofile.spi.store.SuggestionStore;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The records of every role under one lock, for as long as a store over them is held. */
final class InMemoryRecords implements StackProfileStore {

    private final Object lock = new Object();
    private final KeysetPages pages = new KeysetPages(UUID.randomUUID().toString());
    private final InMemoryHistory history = new InMemoryHistory(lock, pages);
    private final InMemorySuggestions suggestions = new InMemorySuggestions(lock, pages);
    private final InMemoryProfiles profiles = new InMemoryProfiles(lock, pages, history, suggestions);
    private final InMemoryDrafts drafts = new InMemoryDrafts(lock, pages);
    private final InMemoryInstantiations instantiations = new InMemoryInstantiations(lock, pages);
    private final InMemoryContents contents = new InMemoryContents(lock, this::referenced);

    private final InMemoryArchive archive =
            new InMemoryArchive(lock, pages, profiles, history, contents, drafts, suggestions, instantiations);

    @Override
    public ProfileStore profiles() {
        return profiles;
    }

    @Override
    public ProfileCatalogue catalogue() {
        return profiles;
    }

    @Override
    public HistoryStore history() {
        return history;
    }

    @Override
    public ContentStore contents() {
        return contents;
    }

    @Override
    public DraftStore drafts() {
        return drafts;
    }

    @Override
    public SuggestionStore suggestions() {
        return suggestions;
    }

    @Override
    public InstantiationStore instantiations() {
        return instantiations;
    }

    @Override
    public Optional<StoreArchive> archive() {
        return Optional.of(archive);
    }

    @Override
    public void close() {}

    private Set<Digest> referenced(String organisation) {
        Set<Digest> referenced = new HashSet<>();
        profiles.collectContents(organisation, referenced);
        drafts.collectContents(organisation, referenced);
        suggestions.collectContents(organisation, referenced);
        instantiations.collectContents(organisation, referenced);
        return referenced;
    }
}

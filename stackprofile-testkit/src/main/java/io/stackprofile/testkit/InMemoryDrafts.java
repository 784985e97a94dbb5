package io.stackprofile.testkit;

import io.stackprofile.Digest;
import io.stackprofile.DraftId;
import io.stackprofile.Page;
import io.stackprofile.PageRequest;
import io.stackprofile.spi.store.DraftRecord;
import io.stackprofile.spi.store.DraftStore;
import io.stackprofile.spi.store.StoredItem;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

/** Drafts in memory. */
final class InMemoryDrafts implements DraftStore {

    private final Object lock;
    private final KeysetPages pages;
    private final Map<String, NavigableMap<UUID, DraftRecord>> byOrganisation = new HashMap<>();

    InMemoryDrafts(Object lock, KeysetPages pages) {
        this.lock = lock;
        this.pages = pages;
    }

    @Override
    public void create(DraftRecord draft) {
        if (draft.revision() != 1) {
            throw new IllegalArgumentException("a new draft has revision 1");
        }
        synchronized (lock) {
            if (of(draft.organisation()).putIfAbsent(draft.id().value(), draft) != null) {
                throw Refusal.exists("draft " + draft.id());
            }
        }
    }

    @Override
    public void update(long expectedRevision, DraftRecord changed) {
        if (changed.revision() != expectedRevision + 1) {
            throw new IllegalArgumentException("a changed draft carries the next revision");
        }
        synchronized (lock) {
            DraftRecord current = find(changed.organisation(), changed.id())
                    .orElseThrow(() -> Refusal.missing("draft " + changed.id()));
            if (current.revision() != expectedRevision) {
                throw Refusal.stale("draft " + changed.id(), expectedRevision, current.revision());
            }
            of(changed.organisation()).put(changed.id().value(), changed);
        }
    }

    @Override
    public Optional<DraftRecord> find(String organisation, DraftId id) {
        synchronized (lock) {
            return Optional.ofNullable(of(organisation).get(id.value()));
        }
    }

    @Override
    public void delete(String organisation, DraftId id) {
        synchronized (lock) {
            of(organisation).remove(id.value());
        }
    }

    @Override
    public boolean deleteUnchanged(String organisation, DraftId id, long expectedRevision) {
        synchronized (lock) {
            boolean unchanged = find(organisation, id)
                    .filter(draft -> draft.revision() == expectedRevision)
                    .isPresent();
            if (unchanged) {
                delete(organisation, id);
            }
            return unchanged;
        }
    }

    @Override
    public Page<DraftRecord> page(String organisation, PageRequest request) {
        synchronized (lock) {
            return pages.page(of(organisation), List.of("drafts", organisation), draft -> true, request);
        }
    }

    /** Adds every digest the organisation's drafts refer to. */
    void collectContents(String organisation, Collection<Digest> into) {
        of(organisation).values().forEach(draft -> into.addAll(draft.contents()));
    }

    /** Gives every draft. */
    void each(Consumer<StoredItem> visitor) {
        byOrganisation
                .values()
                .forEach(drafts -> drafts.values().forEach(draft -> visitor.accept(new StoredItem.Draft(draft))));
    }

    /** Keeps a draft as it is. */
    void restore(DraftRecord draft) {
        of(draft.organisation()).put(draft.id().value(), draft);
    }

    private NavigableMap<UUID, DraftRecord> of(String organisation) {
        return byOrganisation.computeIfAbsent(organisation, name -> new TreeMap<>(KeysetPages.NEWEST_FIRST));
    }
}

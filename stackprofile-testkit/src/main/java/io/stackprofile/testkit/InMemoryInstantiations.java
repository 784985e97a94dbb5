package io.stackprofile.testkit;

import io.stackprofile.Digest;
import io.stackprofile.InstantiationId;
import io.stackprofile.Page;
import io.stackprofile.PageRequest;
import io.stackprofile.ProfileId;
import io.stackprofile.StackDraftId;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.spi.store.InstantiationRecord;
import io.stackprofile.spi.store.InstantiationStore;
import io.stackprofile.spi.store.StoredItem;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

/** Instances in memory, with counts that move with every write. */
final class InMemoryInstantiations implements InstantiationStore {

    private record OwnedProfile(String organisation, ProfileId profile) {}

    private record OwnedDraft(String organisation, StackDraftId draft) {}

    private final Object lock;
    private final KeysetPages pages;
    private final Map<String, NavigableMap<UUID, InstantiationRecord>> byOrganisation = new HashMap<>();
    private final Map<OwnedDraft, InstantiationId> byDraft = new HashMap<>();
    private final Map<OwnedProfile, NavigableMap<Integer, Long>> deployedByVersion = new HashMap<>();
    private final Map<ProfileId, Long> perProfile = new HashMap<>();

    InMemoryInstantiations(Object lock, KeysetPages pages) {
        this.lock = lock;
        this.pages = pages;
    }

    @Override
    public void create(InstantiationRecord instance) {
        if (instance.revision() != 1) {
            throw new IllegalArgumentException("a new instance has revision 1");
        }
        synchronized (lock) {
            if (find(instance.organisation(), instance.id()).isPresent() || byDraft.containsKey(draftOf(instance))) {
                throw Refusal.exists("instance " + instance.id());
            }
            put(instance);
        }
    }

    @Override
    public void update(long expectedRevision, InstantiationRecord changed) {
        if (changed.revision() != expectedRevision + 1) {
            throw new IllegalArgumentException("a changed instance carries the next revision");
        }
        synchronized (lock) {
            InstantiationRecord current = find(changed.organisation(), changed.id())
                    .orElseThrow(() -> Refusal.missing("instance " + changed.id()));
            requireRevision(current, expectedRevision);
            InstantiationId drafted = byDraft.getOrDefault(draftOf(changed), changed.id());
            if (!drafted.equals(changed.id())) {
                throw Refusal.exists("an instance of draft " + changed.draftId());
            }
            remove(current);
            put(changed);
        }
    }

    @Override
    public void delete(String organisation, InstantiationId id, long expectedRevision) {
        synchronized (lock) {
            find(organisation, id).ifPresent(current -> {
                requireRevision(current, expectedRevision);
                remove(current);
            });
        }
    }

    @Override
    public Optional<InstantiationRecord> find(String organisation, InstantiationId id) {
        synchronized (lock) {
            return Optional.ofNullable(of(organisation).get(id.value()));
        }
    }

    @Override
    public Optional<InstantiationRecord> findByDraft(String organisation, StackDraftId draft) {
        synchronized (lock) {
            return Optional.ofNullable(byDraft.get(new OwnedDraft(organisation, draft)))
                    .flatMap(id -> find(organisation, id));
        }
    }

    @Override
    public Page<InstantiationRecord> page(
            String organisation, ProfileId profile, OptionalInt below, PageRequest request) {
        List<String> listing = List.of("instances", organisation, profile.toString(), below.toString());
        synchronized (lock) {
            return pages.page(of(organisation), listing, instance -> isListed(instance, profile, below), request);
        }
    }

    @Override
    public long outdatedCount(String organisation, ProfileId profile, int below) {
        synchronized (lock) {
            return deployed(new OwnedProfile(organisation, profile)).headMap(below, false).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    @Override
    public long instanceCount(ProfileId profile) {
        synchronized (lock) {
            return perProfile.getOrDefault(profile, 0L);
        }
    }

    /** Adds every digest the organisation's instances refer to. */
    void collectContents(String organisation, Collection<Digest> into) {
        of(organisation).values().forEach(instance -> into.addAll(instance.contents()));
    }

    /** Gives every instance. */
    void each(Consumer<StoredItem> visitor) {
        byOrganisation
                .values()
                .forEach(instances ->
                        instances.values().forEach(instance -> visitor.accept(new StoredItem.Instance(instance))));
    }

    /** Keeps an instance as it is. */
    void restore(InstantiationRecord instance) {
        find(instance.organisation(), instance.id()).ifPresent(this::remove);
        put(instance);
    }

    private void put(InstantiationRecord instance) {
        of(instance.organisation()).put(instance.id().value(), instance);
        byDraft.put(draftOf(instance), instance.id());
        count(instance, 1);
    }

    private void remove(InstantiationRecord instance) {
        of(instance.organisation()).remove(instance.id().value());
        byDraft.remove(draftOf(instance));
        count(instance, -1);
    }

    private void count(InstantiationRecord instance, long change) {
        perProfile.merge(instance.profileId(), change, Long::sum);
        if (instance.status() == InstantiationStatus.DEPLOYED) {
            deployed(new OwnedProfile(instance.organisation(), instance.profileId()))
                    .merge(instance.version(), change, Long::sum);
        }
    }

    private NavigableMap<Integer, Long> deployed(OwnedProfile key) {
        return deployedByVersion.computeIfAbsent(key, profile -> new TreeMap<>());
    }

    private NavigableMap<UUID, InstantiationRecord> of(String organisation) {
        return byOrganisation.computeIfAbsent(organisation, name -> new TreeMap<>(KeysetPages.NEWEST_FIRST));
    }

    private static boolean isListed(InstantiationRecord instance, ProfileId profile, OptionalInt below) {
        return instance.profileId().equals(profile)
                && (below.isEmpty()
                        || (instance.status() == InstantiationStatus.DEPLOYED
                                && instance.version() < below.getAsInt()));
    }

    private static void requireRevision(InstantiationRecord current, long expectedRevision) {
        if (current.revision() != expectedRevision) {
            throw Refusal.stale("instance " + current.id(), expectedRevision, current.revision());
        }
    }

    private static OwnedDraft draftOf(InstantiationRecord instance) {
        return new OwnedDraft(instance.organisation(), instance.draftId());
    }
}

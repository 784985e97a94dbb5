package io.stackprofile.testkit;

import io.stackprofile.Digest;
import io.stackprofile.Page;
import io.stackprofile.PageRequest;
import io.stackprofile.ProfileId;
import io.stackprofile.profile.Deprecation;
import io.stackprofile.spi.store.ProfileCatalogue;
import io.stackprofile.spi.store.ProfileFilter;
import io.stackprofile.spi.store.ProfileKey;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.spi.store.ProfileStore;
import io.stackprofile.spi.store.StoredItem;
import io.stackprofile.spi.store.VersionHeader;
import io.stackprofile.spi.store.VersionRecord;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Profiles, versions and their listings in memory. */
final class InMemoryProfiles implements ProfileStore, ProfileCatalogue {

    /** What a client asked for once; a repeat is answered from here, whatever has happened since. */
    private record RequestKey(String organisation, String key) {}

    private final Object lock;
    private final KeysetPages pages;
    private final InMemoryHistory history;
    private final InMemorySuggestions suggestions;
    private final NavigableMap<UUID, ProfileRecord> profiles = new TreeMap<>(KeysetPages.NEWEST_FIRST);
    private final Map<ProfileId, NavigableMap<Integer, VersionRecord>> versions = new HashMap<>();
    private final Map<RequestKey, ProfileRecord> answered = new HashMap<>();

    InMemoryProfiles(Object lock, KeysetPages pages, InMemoryHistory history, InMemorySuggestions suggestions) {
        this.lock = lock;
        this.pages = pages;
        this.history = history;
        this.suggestions = suggestions;
    }

    @Override
    public ProfileRecord create(String requestKey, ProfileRecord profile, VersionRecord first) {
        RequestKey request = new RequestKey(profile.organisation(), requestKey);
        synchronized (lock) {
            ProfileRecord earlier = answered.get(request);
            if (earlier != null) {
                return earlier;
            }
            require(profile.revision() == 1, "a new profile has revision 1");
            require(
                    first.header().number() == 1 && profile.latestVersion() == 1,
                    "a new profile's version has number 1");
            requireFree(profile);
            if (profiles.containsKey(profile.id().value())) {
                throw Refusal.exists("profile " + profile.id());
            }
            versions.put(profile.id(), new TreeMap<>(Map.of(1, first)));
            return keep(request, profile);
        }
    }

    @Override
    public ProfileRecord append(
            String requestKey, long expectedRevision, ProfileRecord changed, VersionRecord version) {
        RequestKey request = new RequestKey(changed.organisation(), requestKey);
        synchronized (lock) {
            ProfileRecord earlier = answered.get(request);
            if (earlier != null) {
                return earlier;
            }
            NavigableMap<Integer, VersionRecord> existing = versionsAt(changed, expectedRevision);
            int number = version.header().number();
            if (number != existing.lastKey() + 1) {
                throw Refusal.stale("the next version of profile " + changed.id(), number, existing.lastKey() + 1L);
            }
            require(changed.latestVersion() == number, "latestVersion is the new version's number");
            requireFree(changed);
            existing.put(number, version);
            return keep(request, changed);
        }
    }

    @Override
    public ProfileRecord update(long expectedRevision, ProfileRecord changed) {
        synchronized (lock) {
            versionsAt(changed, expectedRevision);
            requireFree(changed);
            return put(changed);
        }
    }

    @Override
    public ProfileRecord deprecate(
            long expectedRevision, ProfileRecord changed, int version, Optional<Deprecation> deprecation) {
        synchronized (lock) {
            NavigableMap<Integer, VersionRecord> existing = versionsAt(changed, expectedRevision);
            @Nullable VersionRecord record = existing.get(version);
            if (record == null) {
                throw Refusal.missing("version " + version + " of profile " + changed.id());
            }
            requireFree(changed);
            existing.put(version, DeprecatedVersion.of(record, deprecation));
            return put(changed);
        }
    }

    @Override
    public void delete(long expectedRevision, ProfileRecord last) {
        synchronized (lock) {
            versionsAt(last, expectedRevision);
            profiles.remove(last.id().value());
            versions.remove(last.id());
            answered.replaceAll((key, answer) -> answer.id().equals(last.id()) ? ForgottenProfile.of(answer) : answer);
            suggestions.deleteOf(last.id());
            history.add(last);
        }
    }

    @Override
    public Optional<ProfileRecord> find(String organisation, ProfileKey key) {
        synchronized (lock) {
            if (key instanceof ProfileKey.ById byId) {
                return owned(organisation, byId.id());
            }
            String name = ((ProfileKey.ByName) key).name();
            return profiles.values().stream()
                    .filter(profile -> isCalled(profile, organisation, name))
                    .findFirst();
        }
    }

    @Override
    public Optional<VersionRecord> version(String organisation, ProfileId id, int number) {
        synchronized (lock) {
            return owned(organisation, id).map(profile -> versionsOf(id).get(number));
        }
    }

    @Override
    public List<VersionHeader> versions(String organisation, ProfileId id) {
        synchronized (lock) {
            return owned(organisation, id)
                    .map(profile -> versionsOf(id).descendingMap().values().stream()
                            .map(VersionRecord::header)
                            .toList())
                    .orElse(List.of());
        }
    }

    @Override
    public Page<ProfileRecord> page(ProfileFilter filter, PageRequest request) {
        synchronized (lock) {
            return pages.page(
                    profiles, ProfileMatch.listing(filter), profile -> ProfileMatch.matches(filter, profile), request);
        }
    }

    @Override
    public long count(ProfileFilter filter) {
        synchronized (lock) {
            return profiles.values().stream()
                    .filter(profile -> ProfileMatch.matches(filter, profile))
                    .count();
        }
    }

    @Override
    public Optional<String> owner(ProfileId id) {
        synchronized (lock) {
            return Optional.ofNullable(profiles.get(id.value())).map(ProfileRecord::organisation);
        }
    }

    /** Adds every digest the organisation's versions refer to. */
    void collectContents(String organisation, Collection<Digest> into) {
        profiles.values().stream()
                .filter(profile -> profile.organisation().equals(organisation))
                .forEach(profile ->
                        versionsOf(profile.id()).values().forEach(version -> into.addAll(version.contents())));
    }

    /** Gives every profile, then every version, then every answer. */
    void each(Consumer<StoredItem> visitor) {
        profiles.values().forEach(profile -> visitor.accept(new StoredItem.Profile(profile)));
        profiles.values()
                .forEach(profile -> versionsOf(profile.id())
                        .values()
                        .forEach(version ->
                                visitor.accept(new StoredItem.Version(profile.organisation(), profile.id(), version))));
        answered.forEach((request, answer) -> visitor.accept(new StoredItem.Answer(request.key(), answer)));
    }

    /** Requires that no item would be refused after others were kept. */
    void requireRestorable(List<StoredItem> items) {
        Set<ProfileId> there = new HashSet<>();
        Map<List<String>, ProfileId> named = new HashMap<>();
        for (StoredItem item : items) {
            if (item instanceof StoredItem.Profile restored) {
                ProfileRecord profile = restored.profile();
                requireFree(profile);
                there.add(profile.id());
                ProfileId other = named.put(List.of(profile.organisation(), profile.name()), profile.id());
                if (other != null && !other.equals(profile.id())) {
                    throw Refusal.nameTaken(profile.name());
                }
            } else if (item instanceof StoredItem.Version version
                    && !there.contains(version.profile())
                    && owned(version.organisation(), version.profile()).isEmpty()) {
                throw Refusal.missing("profile " + version.profile());
            }
        }
    }

    /** Keeps a profile as it is. */
    void restore(ProfileRecord profile) {
        profiles.put(profile.id().value(), profile);
    }

    /** Keeps a version as it is. */
    void restore(StoredItem.Version item) {
        versions.computeIfAbsent(item.profile(), id -> new TreeMap<>())
                .put(item.version().header().number(), item.version());
    }

    /** Keeps an answer as it is. */
    void restore(StoredItem.Answer item) {
        answered.put(new RequestKey(item.organisation(), item.requestKey()), item.answer());
    }

    private NavigableMap<Integer, VersionRecord> versionsAt(ProfileRecord changed, long expectedRevision) {
        requireRevision(changed.organisation(), changed.id(), expectedRevision);
        require(changed.revision() == expectedRevision + 1, "a changed profile carries the next revision");
        return versionsOf(changed.id());
    }

    private void requireRevision(String organisation, ProfileId id, long expectedRevision) {
        ProfileRecord current = owned(organisation, id).orElseThrow(() -> Refusal.missing("profile " + id));
        if (current.revision() != expectedRevision) {
            throw Refusal.stale("profile " + id, expectedRevision, current.revision());
        }
    }

    private void requireFree(ProfileRecord wanted) {
        boolean taken = profiles.values().stream()
                .anyMatch(profile -> isCalled(profile, wanted.organisation(), wanted.name())
                        && !profile.id().equals(wanted.id()));
        if (taken) {
            throw Refusal.nameTaken(wanted.name());
        }
    }

    private ProfileRecord keep(RequestKey request, ProfileRecord profile) {
        answered.put(request, profile);
        return put(profile);
    }

    private ProfileRecord put(ProfileRecord profile) {
        profiles.put(profile.id().value(), profile);
        history.add(profile);
        return profile;
    }

    private Optional<ProfileRecord> owned(String organisation, ProfileId id) {
        @Nullable ProfileRecord profile = profiles.get(id.value());
        return Optional.ofNullable(profile).filter(found -> found.organisation().equals(organisation));
    }

    private NavigableMap<Integer, VersionRecord> versionsOf(ProfileId id) {
        return versions.getOrDefault(id, new TreeMap<>());
    }

    private static boolean isCalled(ProfileRecord profile, String organisation, String name) {
        return profile.organisation().equals(organisation) && profile.name().equals(name);
    }

    private static void require(boolean condition, String rule) {
        if (!condition) {
            throw new IllegalArgumentException(rule);
        }
    }
}

package io.stackprofile.samples.store;

import io.stackprofile.instantiation.InstantiationStatus;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Which instances are deployed with which version, and how many: counts move with every write ([IS-5]). */
final class InstanceIndex {

    private record Owned(String organisation, UUID id) {}

    private final Map<Owned, Integer> deployedVersions = new HashMap<>();
    private final Map<Owned, UUID> byDraft = new HashMap<>();
    private final Map<Owned, NavigableMap<Integer, Long>> deployedCounts = new HashMap<>();
    private final Map<UUID, Long> counts = new HashMap<>();

    void add(Row row) {
        if (row instanceof InstanceRow instance) {
            byDraft.put(new Owned(instance.organisation(), instance.draft()), instance.id());
            if (instance.status() == InstantiationStatus.DEPLOYED) {
                deployedVersions.put(new Owned(instance.organisation(), instance.id()), instance.version());
            }
            count(instance, 1);
        }
    }

    void drop(Row row) {
        if (row instanceof InstanceRow instance) {
            byDraft.remove(new Owned(instance.organisation(), instance.draft()), instance.id());
            deployedVersions.remove(new Owned(instance.organisation(), instance.id()));
            count(instance, -1);
        }
    }

    Optional<UUID> ofDraft(String organisation, UUID draft) {
        return Optional.ofNullable(byDraft.get(new Owned(organisation, draft)));
    }

    boolean isDeployedBelow(String organisation, UUID id, int version) {
        return deployedVersions.getOrDefault(new Owned(organisation, id), version) < version;
    }

    /** Adds up one number for each version, not for each instance. */
    long outdated(String organisation, UUID profile, int below) {
        return deployedCounts
                .getOrDefault(new Owned(organisation, profile), new TreeMap<>())
                .headMap(below, false)
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    long count(UUID profile) {
        return counts.getOrDefault(profile, 0L);
    }

    private void count(InstanceRow instance, long change) {
        counts.merge(instance.profile(), change, Long::sum);
        if (instance.status() == InstantiationStatus.DEPLOYED) {
            deployedCounts
                    .computeIfAbsent(new Owned(instance.organisation(), instance.profile()), key -> new TreeMap<>())
                    .merge(instance.version(), change, (before, by) -> before + by == 0 ? null : before + by);
        }
    }
}

package io.stackprofile.samples.store;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.UUID;

/** Which ids a listing has, newest first. A listing is named by what it lists and of whom. */
final class Listings {

    /** Ids as unsigned 128-bit numbers, descending. {@link UUID#compareTo} compares signed halves. */
    private static final Comparator<UUID> NEWEST_FIRST = Comparator.<UUID>comparingLong(
                    id -> id.getMostSignificantBits() ^ Long.MIN_VALUE)
            .thenComparingLong(id -> id.getLeastSignificantBits() ^ Long.MIN_VALUE)
            .reversed();

    private final Map<List<String>, NavigableSet<UUID>> listings = new HashMap<>();

    /** Adds a row's id to every listing that has it. */
    void add(Row row) {
        of(row).forEach((listing, id) -> listings.computeIfAbsent(listing, name -> new TreeSet<>(NEWEST_FIRST))
                .add(id));
    }

    /** Takes a row's id out of every listing that has it. */
    void drop(Row row) {
        of(row).forEach((listing, id) -> listings.computeIfPresent(listing, (name, ids) -> {
            ids.remove(id);
            return ids.isEmpty() ? null : ids;
        }));
    }

    NavigableSet<UUID> ids(List<String> listing) {
        return listings.getOrDefault(listing, Collections.emptyNavigableSet());
    }

    static List<String> profiles() {
        return List.of("profiles");
    }

    static List<String> profiles(String organisation) {
        return List.of("profiles", organisation);
    }

    static List<String> drafts(String organisation) {
        return List.of("drafts", organisation);
    }

    static List<String> received(String owner, UUID profile) {
        return List.of("received", owner, profile.toString());
    }

    static List<String> sent(String organisation) {
        return List.of("sent", organisation);
    }

    static List<String> instances(String organisation, UUID profile) {
        return List.of("instances", organisation, profile.toString());
    }

    private static Map<List<String>, UUID> of(Row row) {
        if (row instanceof ProfileRow profile) {
            return Map.of(profiles(), profile.id(), profiles(profile.organisation()), profile.id());
        }
        if (row instanceof DraftRow draft) {
            return Map.of(drafts(draft.organisation()), draft.id());
        }
        if (row instanceof SuggestionRow suggestion) {
            return Map.of(
                    received(suggestion.owner(), suggestion.profile()),
                    suggestion.id(),
                    sent(suggestion.organisation()),
                    suggestion.id());
        }
        if (row instanceof InstanceRow instance) {
            return Map.of(instances(instance.organisation(), instance.profile()), instance.id());
        }
        return Map.of();
    }
}

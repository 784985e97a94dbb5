package io.stackprofile.samples.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which contents there are, and since when. */
final class ContentIndex {

    private final Map<String, Map<String, ContentRow>> byOrganisation = new HashMap<>();

    void add(Row row) {
        if (row instanceof ContentRow content) {
            byOrganisation
                    .computeIfAbsent(content.organisation(), organisation -> new HashMap<>())
                    .put(content.digest(), content);
        }
    }

    void drop(Row row) {
        if (row instanceof ContentRow content) {
            byOrganisation.getOrDefault(content.organisation(), new HashMap<>()).remove(content.digest());
        }
    }

    Optional<ContentRow> find(String organisation, String digest) {
        return Optional.ofNullable(
                byOrganisation.getOrDefault(organisation, Map.of()).get(digest));
    }

    List<ContentRow> lastPutBefore(String organisation, Instant instant) {
        return byOrganisation.getOrDefault(organisation, Map.of()).values().stream()
                .filter(content -> content.lastPut().isBefore(instant))
                .toList();
    }
}

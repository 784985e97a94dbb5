package io.stackprofile.core.internal.engine;

import io.stackprofile.spi.store.VersionHeader;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which version is used when none is asked for: the pinned one, else the head of {@code stable}, else the highest. A
 * channel's head is its highest version that is not deprecated, and a deprecated one is never the highest either.
 */
final class CurrentVersion {

    private static final String STABLE = "stable";

    private CurrentVersion() {}

    /** The current one of {@code versions}, of which at least one is not deprecated. */
    static int of(List<VersionHeader> versions, Optional<Integer> pinned) {
        return pinned.orElseGet(() -> {
            Map<String, Integer> heads = heads(versions);
            return Optional.ofNullable(heads.get(STABLE))
                    .or(() -> heads.values().stream().max(Comparator.naturalOrder()))
                    .orElseThrow();
        });
    }

    /** Each channel's head, by the channel's name; a channel whose every version is deprecated has none. */
    static Map<String, Integer> heads(List<VersionHeader> versions) {
        Map<String, Integer> heads = new TreeMap<>();
        versions.stream()
                .filter(version -> version.deprecation().isEmpty())
                .forEach(version -> heads.merge(version.channel(), version.number(), Math::max));
        return heads;
    }
}

package io.stackprofile.core.internal.engine;

import io.stackprofile.spi.store.VersionHeader;
import java.util.Comparator;
import java.util.List;

/** Which version is used when none is asked for: the head of {@code stable}, else the highest. */
final class CurrentVersion {

    private static final String STABLE = "stable";

    private CurrentVersion() {}

    /** The current one of {@code versions}, of which there is at least one. */
    static int of(List<VersionHeader> versions) {
        Comparator<VersionHeader> byNumber = Comparator.comparingInt(VersionHeader::number);
        return versions.stream()
                .filter(version -> version.channel().equals(STABLE))
                .max(byNumber)
                .or(() -> versions.stream().max(byNumber))
                .orElseThrow()
                .number();
    }
}

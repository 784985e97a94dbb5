package io.stackprofile.diff;

import java.util.Collection;
import java.util.Comparator;

/** How much a difference matters to who runs the older version, least first. */
public enum Impact {
    /** Nothing differs. */
    NONE,
    /** Comments, order, formatting, texts that people read: what runs stays the same. */
    COSMETIC,
    /** An instance can be updated in place, with the bindings it has. */
    COMPATIBLE,
    /** Bindings, running objects or their data may not survive an update as they are. */
    BREAKING;

    /** The higher of the two. */
    public Impact max(Impact other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** The highest of {@code impacts}; {@link #NONE} when there are none. */
    public static Impact highest(Collection<Impact> impacts) {
        return impacts.stream().max(Comparator.naturalOrder()).orElse(NONE);
    }
}

package io.stackprofile.samples.store;

import java.util.Comparator;

/**
 * What an entry is about; a later entry with the same key replaces it. Ordered by kind, organisation, id and number.
 *
 * @param kind what it is
 * @param organisation whose it is
 * @param id its id, digest or request key
 * @param number the version or revision, where there are several of an id; else 0
 */
record Key(Kind kind, String organisation, String id, long number) implements Comparable<Key> {

    private static final Comparator<Key> ORDER = Comparator.comparing(Key::kind)
            .thenComparing(Key::organisation)
            .thenComparing(Key::id)
            .thenComparingLong(Key::number);

    static Key of(Kind kind, String organisation, Object id) {
        return new Key(kind, organisation, id.toString(), 0);
    }

    @Override
    public int compareTo(Key other) {
        return ORDER.compare(this, other);
    }
}

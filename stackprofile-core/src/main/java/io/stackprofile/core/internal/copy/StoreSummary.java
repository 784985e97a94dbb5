package io.stackprofile.core.internal.copy;

import io.stackprofile.core.StoreCopyReport;
import io.stackprofile.spi.store.StoredItem;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How many items of each kind each organisation has, and the sum of their digests, which does not depend on their order.
 * It takes the same memory for any number of items.
 */
public final class StoreSummary {

    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);
    private static final Group NOTHING = new Group(0, BigInteger.ZERO);

    private record Key(String kind, String organisation) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byKind = kind.compareTo(other.kind);
            return byKind != 0 ? byKind : organisation.compareTo(other.organisation);
        }
    }

    private record Group(long count, BigInteger sum) {
        Group with(BigInteger digest) {
            return new Group(count + 1, sum.add(digest).mod(MODULUS));
        }
    }

    private final Map<Key, Group> groups = new TreeMap<>();

    /** Adds an item. */
    public void add(StoredItem item) {
        groups.merge(
                new Key(item.getClass().getSimpleName(), item.organisation()),
                NOTHING.with(ItemDigest.of(item)),
                (group, one) -> group.with(one.sum()));
    }

    /** How many items there are of each kind. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        groups.forEach((key, group) -> counts.merge(key.kind(), group.count(), Long::sum));
        return counts;
    }

    /** Where this store and another do not hold the same. */
    public List<StoreCopyReport.Difference> differences(StoreSummary other) {
        TreeSet<Key> keys = new TreeSet<>(groups.keySet());
        keys.addAll(other.groups.keySet());
        List<StoreCopyReport.Difference> differences = new ArrayList<>();
        for (Key key : keys) {
            Group mine = groups.getOrDefault(key, NOTHING);
            Group theirs = other.groups.getOrDefault(key, NOTHING);
            if (!mine.equals(theirs)) {
                differences.add(
                        new StoreCopyReport.Difference(key.kind(), key.organisation(), mine.count(), theirs.count()));
            }
        }
        return differences;
    }
}

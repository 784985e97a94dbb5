package io.stackprofile.samples.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the journal comes to: where each record stands in it, and the indexes. Documents stay on the disk. Changed and
 * read under the lock of {@link Ledger}.
 */
final class State {

    /** Reads the journal. */
    interface Source {

        /** The bytes at a place. */
        byte[] read(long at, int length) throws IOException;
    }

    private final Source source;
    private final NavigableMap<Key, Slot> slots = new TreeMap<>();
    private final References references = new References();
    private final Listings listings = new Listings();
    private final ProfileIndex profiles = new ProfileIndex();
    private final InstanceIndex instances = new InstanceIndex();
    private final ContentIndex contents = new ContentIndex();
    private long bytes;

    /** Nothing, read from {@code source} as it fills. */
    State(Source source) {
        this.source = source;
    }

    /**
     * Takes an entry in.
     *
     * @param before what the entry replaces or removes, as {@link #before} gave it
     * @param at where the entry begins
     */
    void apply(Entry entry, Optional<Row> before, long at) {
        before.ifPresent(this::drop);
        @Nullable Slot replaced = slots.remove(entry.key());
        bytes -= replaced == null ? 0 : replaced.bytes();
        entry.row().ifPresent(row -> {
            Slot slot = entry.slot(at);
            slots.put(entry.key(), slot);
            bytes += slot.bytes();
            add(row);
        });
    }

    /** What stands under a key, where an index or a count depends on it. */
    Optional<Row> before(Key key) {
        return switch (key.kind()) {
            case HISTORY -> Optional.empty();
            default -> find(key, Row.class);
        };
    }

    /** The row under a key. */
    <R extends Row> Optional<R> find(Key key, Class<R> type) {
        return Optional.ofNullable(slots.get(key)).map(slot -> type.cast(row(key, slot)));
    }

    /** The body of the entry under a key that there is. */
    byte[] body(Key key) {
        @Nullable Slot slot = slots.get(key);
        if (slot == null) {
            throw new IllegalStateException("no entry has the key");
        }
        return read(slot.position() + slot.head(), slot.body());
    }

    /** Every key behind one, or from the first on, with its place. */
    NavigableMap<Key, Slot> after(Optional<Key> key) {
        return Collections.unmodifiableNavigableMap(
                key.map(last -> slots.tailMap(last, false)).orElse(slots));
    }

    /** The keys of an id, in the order of their numbers. */
    NavigableSet<Key> keys(Kind kind, String organisation, UUID id) {
        return slots.subMap(
                        new Key(kind, organisation, id.toString(), 0),
                        true,
                        new Key(kind, organisation, id.toString(), Long.MAX_VALUE),
                        true)
                .navigableKeySet();
    }

    /** Every key with its place, in the order of the places. */
    List<Map.Entry<Key, Slot>> entries() {
        return slots.entrySet().stream()
                .sorted(Comparator.comparingLong(entry -> entry.getValue().position()))
                .toList();
    }

    /** How many bytes of the journal are still needed. */
    long bytes() {
        return bytes;
    }

    References references() {
        return references;
    }

    Listings listings() {
        return listings;
    }

    ProfileIndex profiles() {
        return profiles;
    }

    InstanceIndex instances() {
        return instances;
    }

    ContentIndex contents() {
        return contents;
    }

    private void add(Row row) {
        references.add(row);
        listings.add(row);
        profiles.add(row);
        instances.add(row);
        contents.add(row);
    }

    private void drop(Row row) {
        references.drop(row);
        listings.drop(row);
        profiles.drop(row);
        instances.drop(row);
        contents.drop(row);
    }

    private Row row(Key key, Slot slot) {
        try {
            return Json.read(
                    source.read(slot.position(), slot.head()), key.kind().row());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] read(long at, int length) {
        try {
            return source.read(at, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.stackprofile.samples.store;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Changes that take effect together. What it looks at is the state before any of them. */
final class Transaction {

    private static final byte[] NO_BODY = new byte[0];

    private final State state;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Optional<Row>> before = new ArrayList<>();
    private final Set<Key> keys = new HashSet<>();

    Transaction(State state) {
        this.state = state;
    }

    State state() {
        return state;
    }

    void put(Row row) {
        put(row, NO_BODY);
    }

    /** Puts a row with its long texts, in place of what its key had. */
    void put(Row row, byte[] body) {
        add(Entry.put(row, body));
    }

    /** Removes what there is under a key. */
    void remove(Key key) {
        add(Entry.remove(key));
    }

    /** Hands the changes to the journal and the state; everything that can fail for its own reasons has been done. */
    void commit(Journal journal) {
        if (entries.isEmpty()) {
            return;
        }
        ByteBuffer change =
                ByteBuffer.allocate(entries.stream().mapToInt(Entry::length).reduce(0, Math::addExact));
        entries.forEach(entry -> entry.writeTo(change));
        long at = journal.accept(change.array());
        for (int i = 0; i < entries.size(); i++) {
            state.apply(entries.get(i), before.get(i), at);
            at += entries.get(i).length();
        }
    }

    /** Makes a change that was encoded before. */
    void add(Entry entry) {
        if (!keys.add(entry.key())) {
            throw new IllegalStateException("a transaction changes a key once");
        }
        entries.add(entry);
        before.add(state.before(entry.key()));
    }
}

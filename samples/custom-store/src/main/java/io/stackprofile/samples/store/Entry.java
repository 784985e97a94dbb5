package io.stackprofile.samples.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One change in the journal: a row put, with its long texts behind it, or a key removed. */
final class Entry {

    /** How many bytes stand before the head: kind, what happened, the lengths of head and body. */
    static final int PREFIX = 2 + 2 * Integer.BYTES;

    private static final byte PUT = 1;
    private static final byte REMOVED = 2;
    private static final byte[] NONE = new byte[0];

    private final Key key;
    private final @Nullable Row row;
    private final byte[] head;
    private final byte[] body;

    private Entry(Key key, @Nullable Row row, byte[] head, byte[] body) {
        this.key = key;
        this.row = row;
        this.head = head;
        this.body = body;
    }

    static Entry put(Row row, byte[] body) {
        return new Entry(row.key(), row, Json.write(row), body);
    }

    static Entry remove(Key key) {
        return new Entry(key, null, Json.write(key), NONE);
    }

    /** The entry that stands at the buffer's place, which is then behind it. */
    static Entry read(ByteBuffer from) throws IOException {
        Kind kind = Kind.of(from.get());
        byte happened = from.get();
        byte[] head = new byte[from.getInt()];
        byte[] body = new byte[from.getInt()];
        from.get(head).get(body);
        if (happened == REMOVED) {
            return new Entry(Json.read(head, Key.class), null, head, body);
        }
        Row row = Json.read(head, kind.row());
        return new Entry(row.key(), row, head, body);
    }

    Key key() {
        return key;
    }

    /** What was put; empty for a removal. */
    Optional<Row> row() {
        return Optional.ofNullable(row);
    }

    int length() {
        return PREFIX + head.length + body.length;
    }

    /** Where it stands when it begins at {@code at}. */
    Slot slot(long at) {
        return new Slot(at + PREFIX, head.length, body.length);
    }

    void writeTo(ByteBuffer to) {
        to.put(key.kind().letter())
                .put(row == null ? REMOVED : PUT)
                .putInt(head.length)
                .putInt(body.length)
                .put(head)
                .put(body);
    }
}

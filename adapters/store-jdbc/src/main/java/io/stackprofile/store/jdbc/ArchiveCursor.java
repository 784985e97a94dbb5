package io.stackprofile.store.jdbc;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * How far a store has been read.
 *
 * @param table the place in {@link ArchiveTable#ALL}
 * @param key the key of the last row read, as text; empty at the table's start
 */
record ArchiveCursor(int table, List<String> key) {

    static final ArchiveCursor START = new ArchiveCursor(0, List.of());

    /** The cursor as a page token of {@code store}. */
    String token(String store) {
        List<String> parts = new ArrayList<>(List.of(store, Integer.toString(table)));
        parts.addAll(key);
        byte[] json = TextList.write(parts).getBytes(StandardCharsets.US_ASCII);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
    }

    /** Reads what {@link #token} gave for the same store. */
    static ArchiveCursor read(String store, String token) {
        try {
            String json = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.US_ASCII);
            List<String> parts = TextList.read(json);
            ArchiveCursor cursor =
                    new ArchiveCursor(Integer.parseInt(parts.get(1)), List.copyOf(parts.subList(2, parts.size())));
            if (cursor.token(store).equals(token)
                    && cursor.table() >= 0
                    && cursor.table() < ArchiveTable.ALL.size()
                    && ArchiveTable.ALL.get(cursor.table()).hasKey(cursor.key())) {
                return cursor;
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
            throw foreign();
        }
        throw foreign();
    }

    private static InvalidContentException foreign() {
        return new InvalidContentException(
                ErrorCode.INVALID_REQUEST,
                "the page token does not belong to this store",
                "Start from the first page.",
                Location.unknown());
    }
}

package io.stackprofile.store.jdbc;

import io.stackprofile.Digest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the columns of one row; a value that is not of its column's shape is an {@link UnreadableRowException}. */
final class Row {

    private final ResultSet row;

    Row(ResultSet row) {
        this.row = row;
    }

    String text(String column) throws SQLException {
        return optionalText(column).orElseThrow(() -> new UnreadableRowException(column));
    }

    Optional<String> optionalText(String column) throws SQLException {
        @Nullable Object value = row.getObject(column);
        if (value instanceof byte[] bytes) {
            return Optional.of(StoredText.text(bytes));
        }
        return Optional.ofNullable(value).map(Object::toString);
    }

    List<String> texts(String column) throws SQLException {
        try {
            return TextList.read(text(column));
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            throw new UnreadableRowException(column);
        }
    }

    long number(String column) throws SQLException {
        return row.getLong(column);
    }

    int integer(String column) throws SQLException {
        return row.getInt(column);
    }

    Optional<Integer> optionalInteger(String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }

    Instant instant(String column) throws SQLException {
        return Micros.instant(row.getLong(column));
    }

    byte[] bytes(String column) throws SQLException {
        return optionalBytes(column).orElseThrow(() -> new UnreadableRowException(column));
    }

    private Optional<byte[]> optionalBytes(String column) throws SQLException {
        return Optional.ofNullable(row.getBytes(column));
    }

    byte[] plain(String size, String deflated) throws SQLException {
        return new Deflated(integer(size), bytes(deflated))
                .plain()
                .orElseThrow(() -> new UnreadableRowException(deflated));
    }

    String inflated(String size, String deflated) throws SQLException {
        return new Deflated(integer(size), bytes(deflated))
                .text()
                .orElseThrow(() -> new UnreadableRowException(deflated));
    }

    UUID id(String column) throws SQLException {
        return optionalId(column).orElseThrow(() -> new UnreadableRowException(column));
    }

    Optional<UUID> optionalId(String column) throws SQLException {
        @Nullable String text = row.getString(column);
        try {
            return Optional.ofNullable(text).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            throw new UnreadableRowException(column);
        }
    }

    /** Digests one after the other, if there is a value. */
    Optional<List<Digest>> digests(String column) throws SQLException {
        Optional<byte[]> joined = optionalBytes(column);
        if (joined.isPresent() && joined.get().length % 32 != 0) {
            throw new UnreadableRowException(column);
        }
        return joined.map(Digests::split);
    }

    Digest digest(String column) throws SQLException {
        byte[] bytes = bytes(column);
        if (bytes.length != 32) {
            throw new UnreadableRowException(column);
        }
        return Digests.of(bytes);
    }

    <E extends Enum<E>> E constant(String column, Class<E> type) throws SQLException {
        String name = text(column);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        throw new UnreadableRowException(column);
    }
}

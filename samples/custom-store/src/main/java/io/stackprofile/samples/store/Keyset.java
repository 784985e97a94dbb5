package io.stackprofile.samples.store;

import io.stackprofile.Page;
import io.stackprofile.PageRequest;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Pages of one listing, newest id first. A token is base64url of a hash of the store and the listing's conditions, and
 * of the last id given; so it is refused for any other, and does not need that id to be there still.
 */
final class Keyset {

    private static final int HASH_BYTES = 16;
    private static final int TOKEN_BYTES = HASH_BYTES + 2 * Long.BYTES;

    private final byte[] listing;

    /** A listing told apart from every other by its store and conditions. */
    Keyset(UUID store, List<String> conditions) {
        this.listing = hash(store, conditions);
    }

    /** The ids that pages from the request's place on are cut from. */
    NavigableSet<UUID> from(NavigableSet<UUID> newestFirst, PageRequest request) {
        return after(request).map(last -> newestFirst.tailSet(last, false)).orElse(newestFirst);
    }

    /** The id that the page's ids come after; none for the first page. */
    Optional<UUID> after(PageRequest request) {
        return request.token().map(this::lastId);
    }

    /** The next ids that are wanted, as records. */
    <T> Page<T> page(Iterator<UUID> ids, PageRequest request, Predicate<UUID> wanted, Function<UUID, T> record) {
        List<UUID> page = new ArrayList<>();
        while (ids.hasNext()) {
            UUID id = ids.next();
            if (wanted.test(id)) {
                if (page.size() == request.size()) {
                    return new Page<>(records(page, record), Optional.of(token(page.get(page.size() - 1))));
                }
                page.add(id);
            }
        }
        return new Page<>(records(page, record), Optional.empty());
    }

    private static <T> List<T> records(List<UUID> ids, Function<UUID, T> record) {
        return ids.stream().map(record).toList();
    }

    private String token(UUID last) {
        byte[] token = ByteBuffer.allocate(TOKEN_BYTES)
                .put(listing)
                .putLong(last.getMostSignificantBits())
                .putLong(last.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    private UUID lastId(String token) {
        byte[] bytes = decoded(token);
        if (bytes.length != TOKEN_BYTES) {
            throw Refusals.foreignToken();
        }
        ByteBuffer id = ByteBuffer.wrap(bytes, HASH_BYTES, 2 * Long.BYTES);
        UUID last = new UUID(id.getLong(), id.getLong());
        if (!token.equals(token(last))) {
            throw Refusals.foreignToken();
        }
        return last;
    }

    private static byte[] decoded(String token) {
        try {
            return Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            throw Refusals.foreignToken();
        }
    }

    private static byte[] hash(UUID store, List<String> conditions) {
        MessageDigest sha256 = Hashes.sha256();
        sha256.update(Texts.bytes(store.toString()));
        for (String condition : conditions) {
            byte[] bytes = Texts.bytes(condition);
            sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
            sha256.update(bytes);
        }
        return Arrays.copyOf(sha256.digest(), HASH_BYTES);
    }
}

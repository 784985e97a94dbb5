package io.stackprofile.testkit;

import io.stackprofile.Page;
import io.stackprofile.PageRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** Cuts pages from entries kept newest id first; a token names the last id given, the listing and the store. */
final class KeysetPages {

    /** Newest first: ids as unsigned 128-bit numbers, descending. {@link UUID#compareTo} compares signed halves. */
    static final Comparator<UUID> NEWEST_FIRST = Comparator.<UUID>comparingLong(
                    id -> id.getMostSignificantBits() ^ Long.MIN_VALUE)
            .thenComparingLong(id -> id.getLeastSignificantBits() ^ Long.MIN_VALUE)
            .reversed();

    private static final int LISTING_BYTES = 16;
    private static final int TOKEN_BYTES = LISTING_BYTES + 36;

    private final String store;

    /** Pages of one store's listings; {@code store} tells it from every other. */
    KeysetPages(String store) {
        this.store = store;
    }

    /**
     * One page.
     *
     * @param listing what tells this listing from every other
     */
    <T> Page<T> page(NavigableMap<UUID, T> entries, List<String> listing, Predicate<T> wanted, PageRequest request) {
        Optional<UUID> after = request.token().map(token -> lastId(listing, token));
        List<T> items = new ArrayList<>();
        Optional<UUID> last = Optional.empty();
        for (var entry :
                after.map(id -> entries.tailMap(id, false)).orElse(entries).entrySet()) {
            if (!wanted.test(entry.getValue())) {
                continue;
            }
            if (items.size() == request.size()) {
                return new Page<>(items, last.map(id -> token(listing, id)));
            }
            items.add(entry.getValue());
            last = Optional.of(entry.getKey());
        }
        return new Page<>(items, Optional.empty());
    }

    private String token(List<String> listing, UUID last) {
        byte[] token = new byte[TOKEN_BYTES];
        System.arraycopy(fingerprint(listing), 0, token, 0, LISTING_BYTES);
        System.arraycopy(last.toString().getBytes(StandardCharsets.US_ASCII), 0, token, LISTING_BYTES, 36);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    private UUID lastId(List<String> listing, String token) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            UUID last = UUID.fromString(
                    new String(bytes, LISTING_BYTES, bytes.length - LISTING_BYTES, StandardCharsets.US_ASCII));
            if (token.equals(token(listing, last))) {
                return last;
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
            throw Refusal.foreignToken();
        }
        throw Refusal.foreignToken();
    }

    private byte[] fingerprint(List<String> listing) {
        List<String> all = new ArrayList<>(listing);
        all.add(0, store);
        String digest = TextDigest.of(all).text();
        return digest.substring(digest.length() - LISTING_BYTES).getBytes(StandardCharsets.US_ASCII);
    }
}

package io.stackprofile.store.jdbc;

import io.stackprofile.Page;
import io.stackprofile.PageRequest;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Pages of one listing, newest id first. A token is base64url of a hash of the listing's conditions and the last id
 * given, so that it is refused for any other listing.
 */
final class Keyset {

    private static final int HASH_BYTES = 16;
    private static final int TOKEN_BYTES = HASH_BYTES + 2 * Long.BYTES;

    private final byte[] listing;

    /** A listing told apart from every other by its store, kind and conditions. */
    Keyset(String store, String kind, List<Optional<String>> conditions) {
        this.listing = hash(store + "/" + kind, conditions);
    }

    /** The id that the page's ids are below; none for the first page. */
    Optional<UUID> after(PageRequest request) {
        return request.token().map(this::lastId);
    }

    /** Cuts what was read, one more than asked for where there is more. */
    <T> Page<T> page(List<T> read, PageRequest request, Function<T, UUID> id) {
        if (read.size() <= request.size()) {
            return new Page<>(read, Optional.empty());
        }
        List<T> items = read.subList(0, request.size());
        return new Page<>(items, Optional.of(token(id.apply(items.get(items.size() - 1)))));
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
        if (bytes.length != TOKEN_BYTES || !Arrays.equals(bytes, 0, HASH_BYTES, listing, 0, HASH_BYTES)) {
            throw foreign();
        }
        ByteBuffer id = ByteBuffer.wrap(bytes, HASH_BYTES, 2 * Long.BYTES);
        return new UUID(id.getLong(), id.getLong());
    }

    private static byte[] decoded(String token) {
        try {
            return Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            throw foreign();
        }
    }

    private static InvalidContentException foreign() {
        return new InvalidContentException(
                ErrorCode.INVALID_REQUEST,
                "the page token does not belong to this listing",
                "Start from the first page, and keep the filter while paging.",
                Location.unknown());
    }

    private static byte[] hash(String kind, List<Optional<String>> conditions) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(kind.getBytes(StandardCharsets.UTF_8));
            for (Optional<String> condition : conditions) {
                byte[] bytes = condition.map(StoredText::bytes).orElse(new byte[0]);
                sha256.update(ByteBuffer.allocate(Integer.BYTES)
                        .putInt(condition.isPresent() ? bytes.length : -1)
                        .flip());
                sha256.update(bytes);
            }
            return Arrays.copyOf(sha256.digest(), HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}

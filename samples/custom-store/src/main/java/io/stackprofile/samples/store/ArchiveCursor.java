package io.stackprofile.samples.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

/** How far a store was read, as a token: a hash of the store, and the last key that was given. */
final class ArchiveCursor {

    private static final int HASH_BYTES = 16;

    private final byte[] store;

    ArchiveCursor(UUID store) {
        byte[] hash = Hashes.sha256().digest(Texts.bytes("archive of " + store));
        this.store = Arrays.copyOf(hash, HASH_BYTES);
    }

    String token(Key last) {
        byte[] key = Json.write(last);
        byte[] token =
                ByteBuffer.allocate(HASH_BYTES + key.length).put(store).put(key).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** The key that {@link #token} was given. */
    Key last(String token) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            if (bytes.length > HASH_BYTES) {
                Key last = Json.read(Arrays.copyOfRange(bytes, HASH_BYTES, bytes.length), Key.class);
                if (token(last).equals(token)) {
                    return last;
                }
            }
        } catch (IOException | IllegalArgumentException malformed) {
            throw Refusals.tokenOfAnotherStore();
        }
        throw Refusals.tokenOfAnotherStore();
    }
}

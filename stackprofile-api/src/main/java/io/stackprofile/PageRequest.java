package io.stackprofile;

import java.util.Optional;

/**
 * Which page of a listing to read. Tokens are opaque and belong to one query of one organisation; a listing stays
 * stable while entries are added.
 *
 * @param size how many entries at most, 1 to 500
 * @param token where to go on, from {@link Page#next()}; empty for the first page
 */
public record PageRequest(int size, Optional<String> token) {

    /** The size used when none is asked for. */
    public static final int DEFAULT_SIZE = 50;

    /** The largest page. */
    public static final int MAX_SIZE = 500;

    /** Checks the size. */
    public PageRequest {
        if (size < 1 || size > MAX_SIZE) {
            throw new IllegalArgumentException("page size must be between 1 and " + MAX_SIZE);
        }
    }

    /** The first page of the default size. */
    public static PageRequest first() {
        return new PageRequest(DEFAULT_SIZE, Optional.empty());
    }

    /** The first page of {@code size} entries. */
    public static PageRequest first(int size) {
        return new PageRequest(size, Optional.empty());
    }

    /** The page at {@code token}, of the same size. */
    public PageRequest at(String token) {
        return new PageRequest(size, Optional.of(token));
    }
}

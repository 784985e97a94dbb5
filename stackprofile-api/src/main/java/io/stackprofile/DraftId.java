package io.stackprofile;

import java.util.UUID;

/**
 * Identifies a profile draft. Its text is the UUID's.
 *
 * @param value a UUID, version 7 when this library made it
 */
public record DraftId(UUID value) {

    /**
     * Reads an id from its text.
     *
     * @throws IllegalArgumentException when {@code text} is not a UUID
     */
    public static DraftId of(String text) {
        return new DraftId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

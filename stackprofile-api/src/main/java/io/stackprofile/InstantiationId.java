package io.stackprofile;

import java.util.UUID;

/**
 * Identifies an instance of a profile on a cluster. Its text is the UUID's.
 *
 * @param value a UUID, version 7 when this library made it
 */
public record InstantiationId(UUID value) {

    /**
     * Reads an id from its text.
     *
     * @throws IllegalArgumentException when {@code text} is not a UUID
     */
    public static InstantiationId of(String text) {
        return new InstantiationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

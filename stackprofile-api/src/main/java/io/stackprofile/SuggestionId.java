package io.stackprofile;

import java.util.UUID;

/**
 * Identifies a suggestion to change a profile. Its text is the UUID's.
 *
 * @param value a UUID, version 7 when this library made it
 */
public record SuggestionId(UUID value) {

    /**
     * Reads an id from its text.
     *
     * @throws IllegalArgumentException when {@code text} is not a UUID
     */
    public static SuggestionId of(String text) {
        return new SuggestionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

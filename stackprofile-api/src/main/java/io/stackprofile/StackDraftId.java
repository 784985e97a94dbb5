package io.stackprofile;

import java.util.UUID;

/**
 * Identifies a stack draft, the reviewable result of an instantiation. Its text is the UUID's.
 *
 * @param value a UUID, version 7 when this library made it
 */
public record StackDraftId(UUID value) {

    /**
     * Reads an id from its text.
     *
     * @throws IllegalArgumentException when {@code text} is not a UUID
     */
    public static StackDraftId of(String text) {
        return new StackDraftId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

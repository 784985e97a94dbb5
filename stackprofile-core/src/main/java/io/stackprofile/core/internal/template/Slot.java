package io.stackprofile.core.internal.template;

import java.util.Optional;

/**
 * A placeholder in a member's text.
 *
 * @param parameter the parameter's name
 * @param filter how the value is encoded, as written
 * @param context how it stands in its scalar
 * @param document which document of the text, from 0
 * @param path an RFC 6901 JSON Pointer to the scalar; for a key, to its value
 * @param start where the placeholder begins in the text, in UTF-16 units
 * @param end where it ends, exclusive
 * @param line its line, from 1
 * @param column its column, from 1, in UTF-16 units
 */
public record Slot(
        String parameter,
        Optional<String> filter,
        SlotContext context,
        int document,
        String path,
        int start,
        int end,
        int line,
        int column) {}

package io.stackprofile.core.internal.codec;

import io.stackprofile.Digest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A document as a store keeps it, with the members' texts it refers to.
 *
 * @param document JSON on one line; texts stand in it by digest
 * @param contents the texts by digest, in the order of the members
 */
public record EncodedDocument(String document, Map<Digest, String> contents) {

    /** Copies the contents, in order. */
    public EncodedDocument {
        contents = Collections.unmodifiableMap(new LinkedHashMap<>(contents));
    }

    /** Says how many contents there are, not what they hold. */
    @Override
    public String toString() {
        return "EncodedDocument[" + contents.size() + " contents]";
    }
}

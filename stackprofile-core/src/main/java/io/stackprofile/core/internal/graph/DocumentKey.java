package io.stackprofile.core.internal.graph;

import java.util.Optional;

/**
 * What a document is matched by in another text of its member. The same object twice in a text is matched with its twins
 * in their order, and so are documents that are no objects.
 *
 * @param object the object that it is, if it is one
 * @param twin which of those that are alike in this, from 1
 */
public record DocumentKey(Optional<ObjectKey> object, int twin) implements Comparable<DocumentKey> {

    @Override
    public int compareTo(DocumentKey other) {
        int objects = Boolean.compare(object.isPresent(), other.object.isPresent());
        if (objects == 0 && object.isPresent()) {
            objects = object.get().compareTo(other.object.orElseThrow());
        }
        return objects == 0 ? Integer.compare(twin, other.twin) : objects;
    }
}

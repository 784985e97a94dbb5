package io.stackprofile.core.internal.diff;

import io.stackprofile.core.internal.graph.DocumentKey;
import io.stackprofile.core.internal.graph.ObjectKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One document of a member's text.
 *
 * @param key what it is matched by within its member
 * @param index where it stands in the text, from 0
 * @param tree its content
 */
record DocumentPart(DocumentKey key, int index, @Nullable Object tree) {

    /** The Kubernetes object that it is, if it is one with a name. */
    Optional<ObjectKey> object() {
        return key.object();
    }

    /** Whether it is a Kubernetes object with a name. */
    boolean isObject() {
        return object().isPresent();
    }
}

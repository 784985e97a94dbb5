package io.stackprofile.core.internal.diff;

import io.stackprofile.core.internal.graph.DocumentKey;
import io.stackprofile.core.internal.graph.ObjectKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One document of a member's text, or one object of a list that is a document.
 *
 * @param key what it is matched by within its member
 * @param index where its document stands in the text, from 0
 * @param pointer where it stands in its document; empty for a whole document
 * @param tree its content
 * @param placed the Kubernetes object that it is, if it is one with a name, in the namespace that its member puts it into
 */
record DocumentPart(
        DocumentKey key,
        int index,
        String pointer,
        @Nullable Object tree,
        Optional<ObjectKey> placed) {

    /** The Kubernetes object that it is, as it says itself, if it is one with a name. */
    Optional<ObjectKey> object() {
        return key.object();
    }

    /** Whether it is a Kubernetes object with a name. */
    boolean isObject() {
        return object().isPresent();
    }
}

package io.stackprofile.core.internal.diff;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One document of a member's text.
 *
 * @param key what it is matched by within its member: its identity and, for twins, which of them it is
 * @param identity group, kind, namespace and name of a Kubernetes object; empty for anything else
 * @param index where it stands in the text, from 0
 * @param tree its content
 */
record DocumentPart(
        String key, String identity, int index, @Nullable Object tree) {

    static DocumentPart of(int twin, int index, @Nullable Object tree) {
        String identity = identity(tree);
        // The same object twice in a text is matched with its twins in their order.
        return new DocumentPart(identity + '\n' + twin, identity, index, tree);
    }

    /** Whether it is a Kubernetes object with a name. */
    boolean isObject() {
        return !identity.isEmpty();
    }

    /** The object's API group, empty for the core group. */
    String group() {
        return identity.substring(0, Math.max(0, identity.indexOf('\n')));
    }

    /** The object's kind. */
    String kind() {
        return tree instanceof Map<?, ?> object ? Objects.toString(object.get("kind")) : "";
    }

    static String identity(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> object
                && object.get("apiVersion") instanceof String version
                && object.get("kind") instanceof String kind
                && object.get("metadata") instanceof Map<?, ?> metadata
                && metadata.get("name") instanceof String name) {
            String group = version.contains("/") ? version.substring(0, version.indexOf('/')) : "";
            Object namespace = metadata.get("namespace");
            return String.join("\n", group, kind, namespace instanceof String there ? there : "", name);
        }
        return "";
    }
}
